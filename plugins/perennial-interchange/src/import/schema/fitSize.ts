import {
  MAX_ENTITIES,
  MAX_MODEL_BYTES,
  stringifyModel,
  type ItemsDocument,
} from '@perennial/plugin-perennial-common';
import type { DraftEntity, ModelBuilder } from '../build';

/** What relations and options of entities take comes on top. */
const MOST_BYTES = MAX_MODEL_BYTES * 0.9;

/** Levels of values that are kept, tried one after the other. */
const LEVELS = [4, 3, 2, 1];

/** A value in which objects and lists below some levels are JSON. */
function flattened<Value extends ItemsDocument>(
  value: Value,
  levels: number,
): Value {
  const { items, fields, ...rest } = value;
  if (items === undefined && fields === undefined) return value;
  if (levels <= 1) {
    const { minItems: _least, maxItems: _most, ...plain } = rest;
    return { ...plain, type: 'json' } as Value;
  }
  return {
    ...value,
    ...(items && { items: flattened(items, levels - 1) }),
    ...(fields && {
      fields: fields.map(field => flattened(field, levels - 1)),
    }),
  };
}

function isTooLarge(entities: readonly DraftEntity[]): boolean {
  const parts = entities.slice(0, MAX_ENTITIES).map(({ options, fields }) => ({
    name: options.name,
    fields,
  }));
  // YAML with its indentation is never twice as long, and slow to write.
  return (
    JSON.stringify(parts).length * 2 > MOST_BYTES &&
    stringifyModel({ entities: parts }).length > MOST_BYTES
  );
}

/** Makes JSON of what is nested most deeply, until a model has room for all entities. */
export function fitSize(
  entities: readonly DraftEntity[],
  builder: ModelBuilder,
): void {
  let kept: number | undefined;
  for (const levels of LEVELS) {
    if (!isTooLarge(entities)) break;
    kept = levels;
    for (const { fields } of entities)
      fields.splice(
        0,
        fields.length,
        ...fields.map(field => flattened(field, levels)),
      );
  }
  if (kept === undefined) return;
  const depth = kept === 1 ? 'level' : `${kept} levels`;
  builder.note(
    { place: 'everywhere' },
    `What objects and lists hold below the first ${depth} is JSON: the model would have more than ${
      MAX_MODEL_BYTES / 1024
    } KiB otherwise.`,
  );
}
