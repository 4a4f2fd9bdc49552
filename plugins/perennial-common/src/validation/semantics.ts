import { MAX_MONGO_INDEXES, MAX_MONGO_PRECISION } from '../model/limits';
import type {
  Database,
  EntityDocument,
  FieldDocument,
  ModelDocument,
} from '../model/types';
import { decimalSize } from '../resolve/field';
import { checkEntityNames, checkMemberNames } from './entities';
import { checkField } from './fields';
import type { Pointer, ProblemList } from './problems';
import { checkRelations } from './relations';

/** MongoDB's decimals are shorter than PostgreSQL's; those inside of objects are kept as text. */
function checkPrecision(
  field: FieldDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  if (field.type !== 'decimal') return;
  const { precision } = decimalSize(field);
  if (precision <= MAX_MONGO_PRECISION) return;
  problems.add(
    [...at, field.precision === undefined ? 'scale' : 'precision'],
    `A decimal of MongoDB has at most ${MAX_MONGO_PRECISION} digits, not ${precision}.`,
    `Use ${MAX_MONGO_PRECISION} or fewer, or the type string.`,
  );
}

function checkIndexes(
  entity: EntityDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  const indexed = (entity.fields ?? []).filter(
    ({ type, index, unique }) => index || unique || type === 'enum',
  );
  const count = indexed.length + (entity.relations ?? []).length;
  if (count <= MAX_MONGO_INDEXES) return;
  problems.add(
    at,
    `The entity "${entity.name}" asks for ${count} indexes: one for each field that is unique, an enum or has an index, and for each relation. A collection of MongoDB has room for ${MAX_MONGO_INDEXES}.`,
    'Take "index" from fields that nobody filters by, or split the entity.',
  );
}

/** What a model is checked for; `any`: nothing is refused that one of the databases takes. */
export type CheckedDatabase = Database | 'any';

/** Checks what a schema cannot say. */
export function checkSemantics(
  document: ModelDocument,
  options: { database?: CheckedDatabase },
  problems: ProblemList,
): void {
  const { database = 'postgres' } = options;
  checkEntityNames(document, problems);
  document.entities.forEach((entity, index) => {
    const at: Pointer = ['entities', index];
    if (entity.id === 'objectId' && database === 'postgres') {
      problems.add(
        [...at, 'id'],
        'objectId is an id of MongoDB, and this service has PostgreSQL.',
        'Use uuid or integer, or remove it.',
      );
    }
    if ((entity.fields ?? []).length + (entity.relations ?? []).length === 0) {
      problems.add(
        at,
        `The entity "${entity.name}" has neither fields nor relations.`,
        'Add a field.',
      );
    }
    checkMemberNames(entity, at, problems);
    if (database === 'mongo') checkIndexes(entity, at, problems);
    (entity.fields ?? []).forEach((field, position) => {
      const place = [...at, 'fields', position];
      const known = database === 'any' ? undefined : database;
      checkField(field, place, 1, problems, known);
      if (database === 'mongo') checkPrecision(field, place, problems);
    });
  });
  checkRelations(document, problems);
}
