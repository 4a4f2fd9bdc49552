import type { ModelProblem } from '@perennial/plugin-perennial-common';
import type { Document } from 'yaml';
import { readText, type TextProblem, type TextReading } from './readText';
import { reconcileText } from './reconcileText';
import { shareStructure } from './shareStructure';
import type { DraftModel } from './types';

const NO_MODEL: DraftModel = Object.freeze({});

/**
 * One state of what is being written: a text and the model that it says. Made
 * from either of the two; the other one follows when it is asked for, so that
 * typing in one view does not pay for the others.
 */
export class DraftContent {
  static readonly EMPTY = DraftContent.fromText('');

  /** What this one was made of; let go once both sides are known. */
  #base: DraftContent | undefined;
  #text: string | undefined;
  #model: DraftModel | undefined;
  #read: TextReading | undefined;

  private constructor(options: {
    base?: DraftContent;
    text?: string;
    model?: DraftModel;
  }) {
    this.#base = options.base;
    this.#text = options.text;
    this.#model = options.model;
  }

  /** What somebody wrote as text, after `previous`. */
  static fromText(text: string, previous?: DraftContent): DraftContent {
    // Texts in between that nobody read need not be read for the last model.
    const isRead = previous === undefined || previous.#model !== undefined;
    return new DraftContent({ base: isRead ? previous : previous.#base, text });
  }

  /** What became of `previous` by an edit of its model. */
  static fromModel(model: DraftModel, previous: DraftContent): DraftContent {
    // A chain of edits is patched into the last text at once.
    const base = previous.#text === undefined ? previous.#base : previous;
    return new DraftContent({ base, model });
  }

  /** The YAML. */
  get text(): string {
    if (this.#text === undefined) {
      this.#text = reconcileText(this.#base?.text ?? '', this.#model ?? {});
      this.#base = undefined;
    }
    return this.#text;
  }

  /** The model; where the text cannot be read, the last one that could be. */
  get model(): DraftModel {
    if (!this.#model) {
      const { state, model } = this.#reading();
      const old = this.#base?.model ?? NO_MODEL;
      this.#model =
        state === 'unreadable' ? old : shareStructure(old, model ?? NO_MODEL);
      this.#base = undefined;
    }
    return this.#model;
  }

  /** The model is known, so that asking for it costs nothing. */
  get isRead(): boolean {
    return this.#model !== undefined;
  }

  /** Nothing but blanks and comments. */
  get isEmpty(): boolean {
    return this.#text === undefined
      ? Object.keys(this.model).length === 0
      : this.#reading().state === 'empty';
  }

  /** The text says a model, be it valid or not. */
  get isReadable(): boolean {
    return this.#text === undefined || this.#reading().state !== 'unreadable';
  }

  /** Why the text cannot be read. */
  get textProblems(): readonly TextProblem[] {
    return this.isReadable ? [] : this.#reading().problems;
  }

  /** The syntax of the text, to find the place of a problem in it. */
  get document(): Document | undefined {
    return this.#reading().document;
  }

  /** What a draft has to keep: the model, and the text that it is patched into. */
  toStored(): { text: string; model?: DraftModel } {
    return this.#text === undefined
      ? { text: this.#base?.text ?? '', model: this.model }
      : { text: this.#text };
  }

  static fromStored(stored: { text: string; model?: DraftModel }) {
    const written = DraftContent.fromText(stored.text);
    return stored.model
      ? DraftContent.fromModel(stored.model, written)
      : written;
  }

  #reading() {
    this.#read ??= readText(this.text);
    return this.#read;
  }
}

/** A problem at its place in the model. */
export type DraftProblem = Pick<
  ModelProblem,
  'path' | 'pointer' | 'message' | 'mend'
>;
