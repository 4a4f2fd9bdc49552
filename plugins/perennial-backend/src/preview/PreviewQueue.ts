import { ConflictError } from '@backstage/errors';
import { TooManyRequestsError } from './errors';

/** Somebody's wish for a preview. */
export interface Turn {
  user: string;
  /** What it shows: a newer wish of the same person for the same takes its place. */
  subject: string;
  signal: AbortSignal;
}

interface Place extends Turn {
  controller: AbortController;
  start(): void;
}

/**
 * Gives previews their turn: so many at once, one of each person, in the order
 * of their coming. `p-queue`, as far as it can be loaded here, cannot take a
 * waiting job back, and those are the most while somebody types.
 */
export class PreviewQueue {
  readonly #limits: { concurrent: number; waiting: number };
  readonly #running = new Set<Place>();
  #waiting: Place[] = [];

  constructor(limits: { concurrent: number; waiting: number }) {
    this.#limits = limits;
  }

  /** Does the work when its turn comes, under a signal that fires when it is no longer wanted. */
  async run<T>(
    turn: Turn,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController();
    const signal = AbortSignal.any([turn.signal, controller.signal]);
    this.#supersede(turn);
    const place = await this.#enter({ ...turn, signal, controller });
    // Whoever waits hears at once; the place is free when the work has really ended.
    return await Promise.race([this.#do(work, place), rejection(signal)]);
  }

  async #do<T>(
    work: (signal: AbortSignal) => Promise<T>,
    place: Place,
  ): Promise<T> {
    try {
      place.signal.throwIfAborted();
      return await work(place.signal);
    } finally {
      this.#running.delete(place);
      this.#startNext();
    }
  }

  /** Ends everything, with the backend. */
  stop(reason: Error): void {
    for (const place of [...this.#waiting, ...this.#running]) {
      place.controller.abort(reason);
    }
  }

  #supersede({ user, subject }: Turn): void {
    for (const place of [...this.#waiting, ...this.#running]) {
      if (place.user === user && place.subject === subject) {
        place.controller.abort(
          new ConflictError(
            'A newer preview of the same template has taken the place of this one.',
          ),
        );
      }
    }
  }

  async #enter(wish: Omit<Place, 'start'>): Promise<Place> {
    const { signal } = wish;
    if (this.#waiting.length >= this.#limits.waiting) {
      throw new TooManyRequestsError(
        'Too many people wait for a preview just now. Try again in a moment.',
      );
    }
    const place: Place = { ...wish, start: () => {} };
    return await new Promise<Place>((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter(it => it !== place);
        reject(signal.reason);
      };
      place.start = () => {
        signal.removeEventListener('abort', leave);
        resolve(place);
      };
      if (signal.aborted) {
        leave();
        return;
      }
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push(place);
      this.#startNext();
    });
  }

  #startNext(): void {
    if (this.#running.size >= this.#limits.concurrent) {
      return;
    }
    const busy = new Set([...this.#running].map(it => it.user));
    const next = this.#waiting.find(it => !busy.has(it.user));
    if (next) {
      this.#waiting = this.#waiting.filter(it => it !== next);
      this.#running.add(next);
      next.start();
      this.#startNext();
    }
  }
}

async function rejection(signal: AbortSignal): Promise<never> {
  return await new Promise((_, reject) => {
    const fail = () => reject(signal.reason);
    signal.addEventListener('abort', fail, { once: true });
    if (signal.aborted) {
      fail();
    }
  });
}
