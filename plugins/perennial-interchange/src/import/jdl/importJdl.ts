import { singularName } from '@perennial/plugin-perennial-common';
import { ModelBuilder, type DraftEntity } from '../build';
import type { Importer } from '../importModel';
import type { JdlDocument } from './ast';
import { addFields } from './fields';
import { parseJdl } from './parse';
import { addRelationship } from './relationships';

/** A table that is called by a plural gives the entity its own. */
function pluralOf(table: string | undefined): string | undefined {
  return table !== undefined && singularName(table) !== table
    ? table
    : undefined;
}

/** What is JHipster's own, once for all entities. */
function noteOptions(document: JdlDocument, builder: ModelBuilder): void {
  const annotations = document.entities.flatMap(entity => entity.annotations);
  const names = new Set([
    ...document.options.map(({ name }) => name),
    ...annotations.map(({ name }) => `@${name}`),
  ]);
  if (names.size > 0) {
    builder.note(
      {
        place: [...names].slice(0, 10).join(', '),
        line: document.options[0]?.line,
      },
      "They steer JHipster's generator, and are left out: a template has options of its own.",
    );
  }
  const isShown = document.relationships.some(
    ({ from, to }) => from.display !== undefined || to.display !== undefined,
  );
  if (isShown) {
    builder.note(
      { place: 'relationships' },
      'The fields in brackets, which are shown for a row, are left out.',
    );
  }
}

/** Reads a file in JHipster's domain language. */
export const importJdl: Importer = async ({ text, database }) => {
  const document = parseJdl(text);
  const builder = new ModelBuilder({
    words: { entity: 'entity', field: 'field' },
    database,
  });
  const entities = new Map<string, DraftEntity>();
  for (const {
    name,
    table,
    documentation,
    line,
    fields,
  } of document.entities) {
    const entity = builder.entity({
      name,
      plural: pluralOf(table),
      description: documentation,
      line,
    });
    entities.set(name, entity);
    addFields(
      entity,
      fields,
      document,
      database === 'mongo' ? undefined : 'integer',
    );
  }
  for (const relationship of document.relationships)
    addRelationship(builder, relationship, entities);
  noteOptions(document, builder);
  return builder.build();
};
