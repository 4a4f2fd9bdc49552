import { MAX_MODEL_BYTES } from '@perennial/plugin-perennial-common';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { describeYamlError } from './yamlErrors';
import { isObject } from './readDraft';
import type { DraftModel } from './types';

/** Aliases make small texts huge; a model has no use for many of them. */
const ALIAS_LIMIT = 100;

/** Why a text is no model at all, with its place. Offsets count UTF-16 code units. */
export interface TextProblem {
  message: string;
  mend: string;
  from: number;
  to: number;
  /** From 1. */
  line: number;
}

/** What a text says: nothing, something else than a model, or a model, valid or not. */
export interface TextReading {
  state: 'empty' | 'unreadable' | 'readable';
  problems: readonly TextProblem[];
  model?: DraftModel;
  document?: Document;
}

/** Reads a text as YAML. Never throws. */
export function readText(text: string): TextReading {
  if (text.trim() === '') {
    return { state: 'empty', problems: [] };
  }
  if (text.length > MAX_MODEL_BYTES) {
    const size = text.length.toLocaleString('en');
    return unreadable({
      message: `The text has ${size} characters, more than 1 MiB.`,
      mend: 'Split the model over several services.',
    });
  }
  const lineCounter = new LineCounter();
  const document = parse(text, lineCounter);
  if (!document) {
    return unreadable({
      message: 'The text is nested too deeply to be read.',
      mend: 'Close brackets where they belong, and write the model flatter.',
    });
  }
  if (document.errors.length > 0) {
    return {
      state: 'unreadable',
      problems: document.errors.map(error => ({
        ...describeYamlError(error),
        ...clampRange(text, error.pos),
        line: lineCounter.linePos(error.pos[0]).line,
      })),
    };
  }
  return document.contents === null
    ? { state: 'empty', problems: [] }
    : toModel(document);
}

function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch {
    // The parser reports everything else; this is its stack coming to an end.
    return undefined;
  }
}

function toModel(document: Document): TextReading {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: ALIAS_LIMIT });
  } catch {
    return unreadable({
      message: 'The text repeats itself through too many aliases.',
      mend: 'Write the entities out instead of referring to them with "*".',
    });
  }
  return isObject(value)
    ? { state: 'readable', problems: [], model: value, document }
    : unreadable({
        message: `A model is a mapping that starts with "entities:", not ${nameOf(
          value,
        )}.`,
        mend: 'Write "entities:" on the first line and the entities as a list below it.',
      });
}

function nameOf(value: unknown): string {
  return Array.isArray(value) ? 'a list' : `a single ${typeof value}`;
}

function unreadable(problem: { message: string; mend: string }): TextReading {
  return {
    state: 'unreadable',
    problems: [{ ...problem, from: 0, to: 0, line: 1 }],
  };
}

function clampRange(text: string, position: [number, number]) {
  const from = Math.min(position[0], text.length);
  return { from, to: Math.min(Math.max(position[1], from), text.length) };
}
