import type { CheckOutcome, CheckResult } from '../types';

const SUCCESSES: CheckOutcome[] = ['passed', 'passed before'];

interface SharedRun {
  /** Name of the case that does it. */
  owner: string;
  /** Undefined where it did not come to an end. */
  result: Promise<CheckResult | undefined>;
}

/**
 * Checks that several cases would do alike: one does it, and the others wait for
 * it and take its success for theirs. A failure is nobody else's: the next does
 * the same itself, and has its own output to show.
 */
export class SharedChecks {
  readonly #runs = new Map<string, SharedRun>();

  /**
   * Does a check, or takes over what another case has made of it.
   *
   * @param identity - the same for checks that would do the same
   * @param owner - name of the case that asks
   */
  async run(
    identity: string,
    owner: string,
    work: () => Promise<CheckResult>,
  ): Promise<CheckResult> {
    for (
      let other = this.#runs.get(identity);
      other !== undefined;
      other = this.#runs.get(identity)
    ) {
      const result = await other.result;
      if (result && SUCCESSES.includes(result.outcome)) {
        return {
          name: result.name,
          outcome: 'passed',
          seconds: 0,
          sameAs: other.owner,
        };
      }
      if (this.#runs.get(identity) === other) {
        this.#runs.delete(identity);
      }
    }
    const result = work();
    this.#runs.set(identity, {
      owner,
      result: result.catch(() => undefined),
    });
    return result;
  }
}
