import type { Exchange } from '../http/types';

/** How a check ended. @public */
export type CheckStatus = 'pass' | 'fail' | 'skip';

/** The end of one check. @public */
export interface CheckResult {
  group: string;
  /** The entity that was looked at, where the check is about one. */
  entity?: string;
  name: string;
  status: CheckStatus;
  /** Why it failed or was skipped. */
  message?: string;
  expected?: string;
  received?: string;
  /** The request as a command line, to see it again. */
  curl?: string;
  milliseconds: number;
}

/** What a run found. @public */
export interface Report {
  baseUrl: string;
  seed: number;
  passed: number;
  failed: number;
  skipped: number;
  /** Requests sent. */
  requests: number;
  milliseconds: number;
  /** Paths of rows that the run made and could not delete. */
  leftovers: string[];
  results: CheckResult[];
}

/** One thing that the service must do. */
export interface Check {
  group: string;
  entity?: string;
  name: string;
  /**
   * Checks of one lane run one after the other; lanes run side by side. A check
   * without a lane is in that of its group and entity.
   */
  lane?: string;
  /** Runs while nothing else does: it counts rows, or races on purpose. */
  exclusive?: boolean;
  run(): Promise<void>;
}

/** A check found the service at fault. */
export class CheckFailure extends Error {
  constructor(
    message: string,
    readonly details: {
      expected?: string;
      received?: string;
      exchange?: Exchange;
    } = {},
  ) {
    super(message);
    this.name = 'CheckFailure';
  }
}

/** A check does not apply. */
export class SkipCheck extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'SkipCheck';
  }
}
