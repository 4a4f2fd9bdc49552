import type {
  Completion,
  CompletionContext,
  CompletionResult,
} from '@codemirror/autocomplete';
import { cursorContext } from './cursorContext';
import { propertiesAt } from './schemaAt';

/** A name at the start of an entity, on the line of its dash or below it. */
const ENTITY_NAME = /^ {0,3}(?:- +)?name: *(['"]?)([^'"#\n]+?)\1 *(?:#.*)?$/gm;

/**
 * Completes keys and values of a model from its JSON Schema, and the targets of
 * relations from the entities of the text.
 */
export function completeModel(
  context: CompletionContext,
): CompletionResult | null {
  const text = context.state.doc.toString();
  const cursor = cursorContext(text, context.pos);
  if (!cursor || (!context.explicit && cursor.from === context.pos)) {
    return null;
  }
  const options =
    cursor.key === undefined
      ? keys(cursor.path, cursor.present)
      : values([...cursor.path], cursor.key, text);
  return options.length === 0
    ? null
    : { from: cursor.from, options, validFor: /^[\w-]*$/ };
}

function keys(
  path: readonly string[],
  present: readonly string[],
): Completion[] {
  return propertiesAt(path)
    .filter(([name]) => !present.includes(name))
    .map(([name, schema], index) => ({
      label: name,
      apply: ['array', 'object'].includes(`${schema.type}`)
        ? `${name}:`
        : `${name}: `,
      type: 'property',
      detail: typeof schema.type === 'string' ? schema.type : undefined,
      info: describe(schema.description),
      boost: -index,
    }));
}

function values(path: string[], key: string, text: string): Completion[] {
  const [, schema] = propertiesAt(path).find(([name]) => name === key) ?? [];
  if (!schema) {
    return [];
  }
  if (key === 'target' && path.includes('relations')) {
    return [...text.matchAll(ENTITY_NAME)].map(match => ({
      label: match[2],
      type: 'class',
    }));
  }
  const offered =
    schema.type === 'boolean' ? [true, false] : schema.enum ?? schema.const;
  return [offered]
    .flat()
    .filter(value => value !== undefined)
    .map((value, index) => ({
      label: `${value}`,
      type: 'enum',
      boost: -index,
    }));
}

function describe(description: unknown): string | undefined {
  return typeof description === 'string' ? description : undefined;
}
