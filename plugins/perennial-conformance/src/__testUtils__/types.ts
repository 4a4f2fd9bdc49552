/** A request as the reference service sees it. */
export interface ServiceRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** An answer of the reference service. */
export interface ServiceResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers a request. */
export type Handler = (request: ServiceRequest) => Promise<ServiceResponse>;

/** A stored row: wire values, and what is not on the wire. */
export interface StoredRow {
  id: string | number;
  values: Record<string, unknown>;
  version: number;
  owner?: string;
  deleted: boolean;
}
