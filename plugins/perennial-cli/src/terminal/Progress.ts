import type { TextStream } from '../types';

/** Files between two updates; more often would cost more than it shows. */
const STEP = 20;

/** One line that counts up, on a terminal only. */
export class Progress {
  readonly #stream: TextStream;
  #shown = false;

  constructor(stream: TextStream) {
    this.#stream = stream;
  }

  show(state: { done: number; total: number }): void {
    if (this.#stream.isTTY && state.done % STEP === 0) {
      this.#stream.write(`\rRendering ${state.done} of ${state.total} files`);
      this.#shown = true;
    }
  }

  clear(): void {
    if (this.#shown) {
      this.#stream.write('\r\u001b[K');
      this.#shown = false;
    }
  }
}
