import type { ImportNote } from '../types';
import { cleanText } from './text';

/** More would not be read. */
const MOST_NOTES = 1000;
const LONGEST_PLACE = 200;
const LONGEST_MESSAGE = 500;

/** Where something of the source is. */
export interface Place {
  place: string;
  line?: number;
}

/** What could not be carried over. */
export class Notes {
  readonly #notes: ImportNote[] = [];
  #more = 0;

  add({ place, line }: Place, message: string): void {
    if (this.#notes.length >= MOST_NOTES) {
      this.#more += 1;
      return;
    }
    this.#notes.push({
      place: cleanText(place, LONGEST_PLACE),
      ...(line === undefined ? {} : { line }),
      message: cleanText(message, LONGEST_MESSAGE),
    });
  }

  /** In the order of the source, as far as it is known. */
  list(): ImportNote[] {
    const inOrder = [...this.#notes].sort(
      (left, right) =>
        (left.line ?? Number.MAX_SAFE_INTEGER) -
        (right.line ?? Number.MAX_SAFE_INTEGER),
    );
    if (this.#more === 0) return inOrder;
    return [
      ...inOrder,
      { place: 'everywhere', message: `There are ${this.#more} more notes.` },
    ];
  }
}
