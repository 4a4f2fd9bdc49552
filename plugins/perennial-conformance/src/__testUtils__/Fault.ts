import type { Wrap } from './wrapping';

/** A service that breaks the contract in one way. */
export interface Fault {
  name: string;
  /** The groups to run. */
  only: string;
  wrap: Wrap;
  /** Parts of the titles that must fail; nothing else may. */
  fails: string[];
}
