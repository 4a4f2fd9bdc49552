import {
  MAX_MODEL_BYTES,
  validateModel,
  type Database,
  type ModelDocument,
  type ModelProblem,
} from '@perennial/plugin-perennial-common';
import type { JsonObject } from '@backstage/types';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { locate } from '../draft/locate';
import { summarizeModel } from './summarizeModel';
import type { ModelReading, PlacedProblem } from './types';
import { describeYamlError } from '../draft/yamlErrors';

/** Aliases make small texts huge; a model has no use for many of them. */
const ALIAS_LIMIT = 100;

/**
 * Reads a text as a model: its syntax first, then, with the validation that the
 * action and the command line use, its content. Each problem gets its place in
 * the text.
 */
export function readModelText(options: {
  text: string;
  database?: Database;
}): ModelReading {
  const { text, database } = options;

  if (text.trim() === '') {
    return { state: 'empty', text };
  }
  if (text.length > MAX_MODEL_BYTES) {
    return invalid(text, [
      wholeText({
        message: `The text has ${text.length.toLocaleString(
          'en',
        )} characters, more than 1 MiB.`,
        mend: 'Split the model over several services.',
      }),
    ]);
  }

  const lines = new LineCounter();
  const document = parse(text, lines);
  if (!document) {
    return invalid(text, [
      wholeText({
        message: 'The text is nested too deeply to be read.',
        mend: 'Close brackets where they belong, and write the model flatter.',
      }),
    ]);
  }
  if (document.errors.length > 0) {
    return invalid(
      text,
      document.errors.map(error => ({
        path: '',
        ...describeYamlError(error),
        ...clampRange(text, error.pos),
        line: lines.linePos(error.pos[0]).line,
      })),
    );
  }

  const value = toValue(document);
  if ('problem' in value) {
    return invalid(text, [value.problem]);
  }
  const { model } = value;

  const place = (problem: ModelProblem): PlacedProblem => {
    const range = locate({ document, text, pointer: problem.pointer });
    return {
      path: problem.path,
      message: problem.message,
      mend: problem.mend,
      ...range,
      line: lines.linePos(range.from).line,
    };
  };
  const problems = validateModel(model, { database }).map(place);
  if (problems.length > 0) {
    return invalid(text, problems, model);
  }
  return {
    state: 'valid',
    text,
    model,
    summary: summarizeModel(model as unknown as ModelDocument),
  };
}

function parse(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch {
    // The parser reports everything else; this is its stack coming to an end.
    return undefined;
  }
}

function toValue(
  document: Document,
): { model: JsonObject } | { problem: PlacedProblem } {
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: ALIAS_LIMIT });
  } catch {
    return {
      problem: wholeText({
        message: 'The text repeats itself through too many aliases.',
        mend: 'Write the entities out instead of referring to them with "*".',
      }),
    };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      problem: wholeText({
        message: `A model is a mapping that starts with "entities:", not ${nameOf(
          value,
        )}.`,
        mend: 'Write "entities:" on the first line and the entities as a list below it.',
      }),
    };
  }
  return { model: value as JsonObject };
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  return value === null ? 'nothing' : `a single ${typeof value}`;
}

function invalid(
  text: string,
  problems: PlacedProblem[],
  model?: JsonObject,
): ModelReading {
  const sorted = [...problems].sort((a, b) => a.from - b.from);
  return { state: 'invalid', text, problems: sorted, model };
}

function wholeText(problem: { message: string; mend: string }): PlacedProblem {
  return { path: '', ...problem, from: 0, to: 0, line: 1 };
}

function clampRange(text: string, position: [number, number]) {
  const from = Math.min(position[0], text.length);
  return { from, to: Math.min(Math.max(position[1], from), text.length) };
}
