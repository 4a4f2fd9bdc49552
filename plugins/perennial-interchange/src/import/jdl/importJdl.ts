import { ModelBuilder, pluralOfTable, type DraftEntity } from '../build';
import type { Importer } from '../importModel';
import type { JdlDocument, JdlEntity } from './ast';
import { addFields } from './fields';
import { parseJdl } from './parse';
import { addRelationship, placeOf } from './relationships';
import { lastOfEach } from './repeats';

/** Annotations that the model has something for, or that are noted where they are. */
const KNOWN_ANNOTATIONS = ['id', 'ondelete'];

/** What is JHipster's own, once for all entities. */
function noteOptions(document: JdlDocument, builder: ModelBuilder): void {
  const { entities, relationships, options } = document;
  const annotated = [
    ...entities,
    ...entities.flatMap(({ fields }) => fields),
    ...relationships.flatMap(({ from, to }) => [from, to]),
  ];
  const annotations = annotated
    .flatMap(part => part.annotations)
    .filter(({ name }) => !KNOWN_ANNOTATIONS.includes(name.toLowerCase()));
  const names = new Set([
    ...options.map(({ name }) => name),
    ...annotations.map(({ name }) => `@${name}`),
  ]);
  if (names.size > 0) {
    builder.note(
      { place: [...names].slice(0, 10).join(', '), line: options[0]?.line },
      "They steer JHipster's generator, and are left out: a template has options of its own.",
    );
  }
}

/** What is left out of many declarations, once for all of them. */
function noteOnce(document: JdlDocument, builder: ModelBuilder): void {
  const { entities, enums, relationships } = document;
  const isShown = relationships.some(
    ({ from, to }) => from.display !== undefined || to.display !== undefined,
  );
  if (isShown) {
    builder.note(
      { place: 'relationships' },
      'The fields in brackets, which are shown for a row, are left out.',
    );
  }
  if (enums.some(({ hasTexts }) => hasTexts)) {
    builder.note(
      { place: 'enums' },
      'The texts in brackets are left out: a model has the values themselves.',
    );
  }
  const isNamed = ({ table }: JdlEntity) =>
    table !== undefined && pluralOfTable(table) === undefined;
  if (entities.some(isNamed)) {
    builder.note(
      { place: 'entities' },
      'Names of tables are not kept: they follow from the names of entities.',
    );
  }
}

/** The document without declarations that others of their name replace. */
function withoutRepeats(
  document: JdlDocument,
  builder: ModelBuilder,
): JdlDocument {
  const { entities, enums, relationships } = document;
  return {
    ...document,
    entities: lastOfEach(
      entities,
      ({ name }) => name,
      ({ name, line }, message) =>
        builder.note({ place: `entity ${name}`, line }, message),
    ),
    enums: lastOfEach(
      enums,
      ({ name }) => name,
      ({ name, line }, message) =>
        builder.note({ place: `enum ${name}`, line }, message),
    ),
    relationships: lastOfEach(
      relationships.map(relation => ({
        ...relation,
        line: relation.from.line,
      })),
      relation => `${relation.kind} ${placeOf(relation).place}`,
      (relation, message) => builder.note(placeOf(relation), message),
    ),
  };
}

/** Reads a file in JHipster's domain language. */
export const importJdl: Importer = async ({ text, database }) => {
  const builder = new ModelBuilder({
    words: { entity: 'entity', field: 'field' },
    database,
  });
  const document = withoutRepeats(parseJdl(text), builder);
  const { constants, relationships } = document;
  const enums = new Map(document.enums.map(known => [known.name, known]));
  const entities = new Map<string, DraftEntity>();
  for (const source of document.entities) {
    const { name, table, documentation, line, fields } = source;
    const entity = builder.entity({
      name,
      plural: pluralOfTable(table),
      description: documentation,
      line,
    });
    entities.set(name, entity);
    addFields(
      entity,
      fields,
      { enums, constants },
      database === 'mongo' ? undefined : 'integer',
    );
  }
  for (const relationship of relationships)
    addRelationship(builder, relationship, entities);
  noteOptions(document, builder);
  noteOnce(document, builder);
  return builder.build();
};
