import { identityOfCheck } from '../checks/identityOfCheck';
import type { TestProgress } from '../report/TestProgress';
import type { Check, CheckResult } from '../types';
import type { PassedCases } from './PassedCases';
import type { SharedChecks } from './SharedChecks';
import type { PreparedCase } from './prepareCases';
import { type CheckContext, runCheck } from './runCheck';

/** What the cases of a run share. */
export interface RunContext extends CheckContext {
  progress: TestProgress;
}

/** What a case gets of the run that it is part of. */
export interface CaseContext extends RunContext {
  shared: SharedChecks;
  /** What passed in earlier runs. */
  passed?: PassedCases;
  /** Does something as soon as it is this case's turn. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** One case on its way through its checks. */
export class CaseRun {
  readonly #prepared: PreparedCase;
  readonly #context: CaseContext;
  readonly #results = new Map<Check, CheckResult>();
  /** Installations that no check has needed so far. */
  #postponed: Check[] = [];

  constructor(prepared: PreparedCase, context: CaseContext) {
    this.#prepared = prepared;
    this.#context = context;
  }

  async run(): Promise<CheckResult[]> {
    const { checks } = this.#prepared;
    for (const [index, check] of checks.entries()) {
      if (this.#hasFailed()) {
        break;
      }
      const isForOthers = checks.slice(index + 1).some(({ cache }) => !cache);
      if (check.cache && isForOthers) {
        this.#postponed.push(check);
      } else {
        this.#record(check, await this.#obtain(check));
      }
    }
    const outcome = this.#hasFailed() ? 'not run' : 'not needed';
    return checks.map(
      check =>
        this.#results.get(check) ?? { name: check.name, outcome, seconds: 0 },
    );
  }

  /** The result of a check: of an earlier run, of another case, or of running it. */
  async #obtain(check: Check): Promise<CheckResult> {
    const { passed, shared } = this.#context;
    const identity = identityOfCheck(check, this.#prepared);
    if (identity === undefined) {
      return this.#runAfterInstallations(check);
    }
    return shared.run(identity, this.#prepared.testCase.name, async () => {
      if (passed?.hasCheck(identity)) {
        return { name: check.name, outcome: 'passed before', seconds: 0 };
      }
      const result = await this.#runAfterInstallations(check);
      if (result.outcome === 'passed') {
        await passed?.addCheck(identity);
      }
      return result;
    });
  }

  async #runAfterInstallations(check: Check): Promise<CheckResult> {
    return this.#context.inTurn(async () => {
      for (const installation of this.#postponed.splice(0)) {
        this.#record(installation, await this.#runNow(installation));
        if (this.#hasFailed()) {
          return { name: check.name, outcome: 'not run', seconds: 0 };
        }
      }
      return this.#runNow(check);
    });
  }

  #runNow(check: Check): Promise<CheckResult> {
    this.#context.progress.checkStarted(this.#prepared.testCase, check.name);
    return runCheck(check, this.#prepared, this.#context);
  }

  #record(check: Check, result: CheckResult): void {
    this.#results.set(check, result);
    this.#context.progress.checkEnded(this.#prepared.testCase, result);
  }

  #hasFailed(): boolean {
    return [...this.#results.values()].some(isFailure);
  }
}

/** Whether a check has been run, and not passed. */
export function isFailure({ outcome }: CheckResult): boolean {
  return outcome === 'failed' || outcome === 'timed out';
}
