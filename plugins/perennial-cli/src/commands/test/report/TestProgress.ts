import { stripVTControlCharacters } from 'node:util';
import type { TextStream } from '../../../types';
import type { CaseResult, CheckOutcome, CheckResult, TestCase } from '../types';
import { caseText, secondsText } from './text';

const DEFAULT_COLUMNS = 80;
const NOTHING_DONE: CheckOutcome[] = ['not run', 'not needed'];
const ERASE_LINE = '\r\u001b[K';

/**
 * Tells how a run is getting on: on a terminal by a line that changes in place,
 * elsewhere by a line for each check that has come to its end.
 */
export class TestProgress {
  readonly #stream: TextStream;
  readonly #total: number;
  readonly #running = new Map<string, string>();
  #done = 0;
  #failed = 0;

  constructor(stream: TextStream, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  rendered(done: number): void {
    if (this.#stream.isTTY) {
      this.#stream.write(
        `${ERASE_LINE}${done} of ${this.#total} cases rendered`,
      );
    }
  }

  checkStarted(testCase: TestCase, check: string): void {
    this.#running.set(testCase.name, check);
    this.#showStatus();
  }

  checkEnded(testCase: TestCase, check: CheckResult): void {
    if (this.#stream.isTTY || NOTHING_DONE.includes(check.outcome)) {
      return;
    }
    const detail = check.sameAs
      ? `same as ${check.sameAs}`
      : secondsText(check.seconds);
    this.#print(
      `${markOf(check.outcome)} ${testCase.name} ${check.name}: ${
        check.outcome
      } (${detail})`,
    );
  }

  caseEnded(result: CaseResult): void {
    const { testCase, outcome, sameAs } = result;
    this.#running.delete(testCase.name);
    this.#done += 1;
    this.#failed += outcome === 'failed' ? 1 : 0;
    const detail = sameAs ? `same as ${sameAs}` : secondsText(result.seconds);
    this.#print(
      `${markOf(outcome)} ${caseText(testCase)}: ${outcome} (${detail}), ${
        this.#done
      } of ${this.#total}`,
    );
    for (const check of result.checks) {
      if (check.outcome === 'failed' || check.outcome === 'timed out') {
        this.#printFailure(check);
      }
    }
    this.#showStatus();
  }

  clear(): void {
    if (this.#stream.isTTY) {
      this.#stream.write(ERASE_LINE);
    }
  }

  #printFailure(check: CheckResult): void {
    this.#print(`  ${check.name} ${check.outcome}. ${check.message ?? ''}`);
    if (check.log) {
      this.#print(`  All of its output is in ${check.log}; its last lines:`);
    }
    for (const line of (check.tail ?? '').split('\n')) {
      this.#print(`  | ${line}`);
    }
  }

  #print(line: string): void {
    this.clear();
    this.#stream.write(`${stripVTControlCharacters(line).trimEnd()}\n`);
  }

  #showStatus(): void {
    if (!this.#stream.isTTY || this.#running.size === 0) {
      return;
    }
    const state = [
      `${this.#done} of ${this.#total} done`,
      ...(this.#failed > 0 ? [`${this.#failed} failed`] : []),
      ...[...this.#running].map(([name, check]) => `${name} ${check}`),
    ].join(' · ');
    const columns = this.#stream.columns ?? DEFAULT_COLUMNS;
    this.#stream.write(ERASE_LINE + state.slice(0, columns - 1));
  }
}

function markOf(outcome: CheckResult['outcome'] | CaseResult['outcome']) {
  switch (outcome) {
    case 'failed':
    case 'timed out':
      return '✖';
    case 'skipped':
    case 'not run':
    case 'not needed':
      return '○';
    default:
      return '✔';
  }
}
