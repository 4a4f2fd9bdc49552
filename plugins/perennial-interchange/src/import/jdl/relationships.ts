import type { OnDelete } from '@perennial/plugin-perennial-common';
import type { DraftEntity, ModelBuilder } from '../build';
import type { JdlRelationship, JdlSide } from './ast';
import { annotationOf } from './fields';

/** JHipster brings these along, so no file declares them. */
const BUILT_IN = ['User', 'Authority'];

const ON_DELETE = new Map<string, OnDelete>([
  ['cascade', 'cascade'],
  ['setnull', 'setNull'],
  ['restrict', 'restrict'],
  ['noaction', 'restrict'],
]);

/** As JHipster calls a field that nobody named. */
function fieldName(side: JdlSide, other: JdlSide): string {
  return (
    side.field ?? other.entity.charAt(0).toLowerCase() + other.entity.slice(1)
  );
}

function onDeleteOf(...sides: JdlSide[]): OnDelete | undefined {
  const values = sides.map(
    ({ annotations }) => annotationOf(annotations, 'ondelete')?.value ?? '',
  );
  return values
    .map(value => ON_DELETE.get(value.toLowerCase().replace(/[^a-z]/g, '')))
    .find(value => value !== undefined);
}

/** The side that keeps the reference, and the other one. */
function ends({ kind, from, to }: JdlRelationship): [JdlSide, JdlSide] {
  return kind === 'OneToMany' ? [to, from] : [from, to];
}

const KINDS = new Map([
  ['OneToMany', 'manyToOne'],
  ['ManyToOne', 'manyToOne'],
  ['OneToOne', 'oneToOne'],
  ['ManyToMany', 'manyToMany'],
] as const);

function noteMissing(
  builder: ModelBuilder,
  owner: JdlSide,
  other: JdlSide,
  missing: string,
): void {
  builder.note(
    {
      place: `relationship ${owner.entity} to ${other.entity}`,
      line: owner.line,
    },
    BUILT_IN.includes(missing)
      ? `${missing} is built into JHipster, and users come from the portal's sign-in here: it is left out. Set owned where rows belong to a user.`
      : `There is no entity ${missing}, so it is left out.`,
  );
}

/** Makes a relation of a relationship, on the side that keeps the reference. */
export function addRelationship(
  builder: ModelBuilder,
  relationship: JdlRelationship,
  entities: ReadonlyMap<string, DraftEntity>,
): void {
  const [owner, other] = ends(relationship);
  const entity = entities.get(owner.entity);
  const target = entities.get(other.entity);
  if (entity === undefined || target === undefined) {
    noteMissing(
      builder,
      owner,
      other,
      entity === undefined ? owner.entity : other.entity,
    );
    return;
  }
  entity.relations.push({
    name: fieldName(owner, other),
    kind: KINDS.get(relationship.kind as 'ManyToOne') ?? 'manyToOne',
    target,
    required: owner.isRequired,
    onDelete: onDeleteOf(owner, other),
    inverse: other.field,
    description: owner.documentation,
    line: owner.line,
  });
}
