import { isError } from '@backstage/errors';
import {
  parsePrismaSchema,
  type PrismaSchema,
  type SourceRange,
} from '@loancrate/prisma-schema-parser';
import { ModelBuilder, pluralOfTable, type DraftEntity } from '../build';
import { unreadable } from '../errors';
import { titleOf } from '../formats';
import type { Importer } from '../importModel';
import { argumentOf, attributeOf, textOf } from './attributes';
import { addFields, addKey } from './fields';
import {
  addPair,
  addRelations,
  pairOf,
  referencesOf,
  relationColumns,
} from './relations';
import {
  readSource,
  type Source,
  type SourceField,
  type SourceModel,
} from './Source';
import { ValueReader } from './values';

function parse(text: string): PrismaSchema {
  try {
    return parsePrismaSchema(text);
  } catch (error) {
    const found = isError(error)
      ? /but (.{1,60}) found/.exec(error.message)?.[1]
      : undefined;
    if (found === undefined) throw error;
    const { location } = error as { location?: SourceRange };
    throw unreadable(
      titleOf('prisma'),
      `${
        found.includes('\\n') ? 'the end of the line' : found
      } is not expected here`,
      location?.start ?? {},
      'Mend the line, or leave the declaration out. `prisma validate` says more.',
    );
  }
}

/** The plural of a model, if its table is called by one. */
function pluralOf(model: SourceModel): string | undefined {
  return pluralOfTable(textOf(argumentOf(attributeOf(model, 'map'))));
}

function addEntities(
  source: Source,
  builder: ModelBuilder,
): Map<string, DraftEntity> {
  const entities = new Map<string, DraftEntity>();
  for (const model of source.models.values()) {
    const { name, description, line } = model;
    const place = { place: `model ${name}`, line };
    if (attributeOf(model, 'ignore')) {
      builder.note(
        place,
        'It is left out, as Prisma leaves it out (@@ignore).',
      );
    } else if (pairOf(model, source) === undefined) {
      entities.set(
        name,
        builder.entity({ name, description, line, plural: pluralOf(model) }),
      );
    }
  }
  return entities;
}

function noteOnce(source: Source, builder: ModelBuilder): void {
  const fields = [...source.models.values()].flatMap(({ fields: own }) => [
    ...own.values(),
  ]);
  const isPlain = (field: SourceField) =>
    field.type === 'String' &&
    !field.attributes.some(
      ({ path }) => path.value[0] === 'db' || path.value[0] === 'id',
    );
  if (fields.some(isPlain)) {
    builder.note(
      { place: 'schema' },
      'String becomes a string of up to 255 characters where no @db type says otherwise; make it text where it is longer.',
    );
  }
  const isNamed = (model: SourceModel) =>
    attributeOf(model, 'map') !== undefined && pluralOf(model) === undefined;
  if ([...source.models.values()].some(isNamed)) {
    builder.note(
      { place: 'schema' },
      'Names of tables (@@map) are not kept where they are no plurals: they follow from the names of models.',
    );
  }
  if (fields.some(field => attributeOf(field, 'map'))) {
    builder.note(
      { place: 'schema' },
      'Names of columns (@map) are not kept: they follow from the names of fields.',
    );
  }
  for (const place of source.repeated) {
    builder.note(
      place,
      'It is declared again further down, which Prisma refuses: the last declaration counts.',
    );
  }
  for (const place of source.mappedEnums) {
    builder.note(
      place,
      'What the database calls its values (@map) is not kept: they are called as in the schema.',
    );
  }
  for (const { name, line } of source.views) {
    builder.note(
      { place: `view ${name}`, line },
      'It is left out: a model says what is kept, and not how to look at it.',
    );
  }
}

/** Reads a schema of Prisma. */
export const importPrisma: Importer = async ({ text, database }) => {
  const source = readSource(parse(text), text);
  const builder = new ModelBuilder({
    words: { entity: 'model', field: 'field' },
    database,
  });
  noteOnce(source, builder);
  const entities = addEntities(source, builder);
  const values = new ValueReader(source);
  const done = new Set<SourceField>();
  for (const model of source.models.values()) {
    const entity = entities.get(model.name);
    const pair = pairOf(model, source);
    if (entity === undefined) {
      if (pair !== undefined) addPair(model, pair, source, entities);
      continue;
    }
    const key = addKey(entity, model, values);
    const without = new Set([
      ...referencesOf(model, source).map(({ name }) => name),
      ...relationColumns(model, source, entities),
      ...(key === undefined ? [] : [key.name]),
    ]);
    addFields(entity, model, without, values);
    addRelations(entity, model, source, entities, done);
  }
  return builder.build();
};
