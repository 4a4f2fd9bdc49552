/** A template on this machine, for as long as it is needed. */
export interface LocatedTemplate {
  folder: string;
  /** Where it was fetched from, and which commit of it. */
  source?: string;
  commit?: string;
  /** Removes what was fetched. */
  dispose(): Promise<void>;
}
