import type { OnDelete } from '@perennial/plugin-perennial-common';
import type { DraftEntity, ModelBuilder, Place } from '../build';
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

/** A side as the source has it, but for what is shown of it. */
function sideText({ entity, field }: JdlSide): string {
  return field === undefined ? entity : `${entity}{${field}}`;
}

/** Where a relationship is, in the words of the source. */
export function placeOf({ from, to }: JdlRelationship): Place {
  return {
    place: `relationship ${sideText(from)} to ${sideText(to)}`,
    line: from.line,
  };
}

function noteMissing(
  builder: ModelBuilder,
  relationship: JdlRelationship,
  missing: string,
): void {
  builder.note(
    placeOf(relationship),
    BUILT_IN.includes(missing)
      ? `${missing} is built into JHipster, and users come from the portal's sign-in here: it is left out. Set owned where rows belong to a user.`
      : `There is no entity ${missing}, so it is left out.`,
  );
}

/** What a relation does not say: that there is one at its other side, and that ids are shared. */
function noteLosses(
  builder: ModelBuilder,
  relationship: JdlRelationship,
): void {
  const [owner, other] = ends(relationship);
  const isMany = relationship.kind === 'ManyToMany';
  const needs = [
    ...(isMany && owner.isRequired ? [[owner, other]] : []),
    ...(other.isRequired ? [[other, owner]] : []),
  ];
  for (const [side, target] of needs)
    builder.note(
      placeOf(relationship),
      `A model does not say that each ${side.entity} needs a ${target.entity}: it may have none.`,
    );
  const isIdShared = [owner, other].some(
    ({ annotations }) => annotationOf(annotations, 'id') !== undefined,
  );
  if (isIdShared)
    builder.note(
      placeOf(relationship),
      `${owner.entity} and ${other.entity} share no id in the model: each row has one of its own.`,
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
      relationship,
      entity === undefined ? owner.entity : other.entity,
    );
    return;
  }
  noteLosses(builder, relationship);
  entity.relations.push({
    name: fieldName(owner, other),
    kind: KINDS.get(relationship.kind as 'ManyToOne') ?? 'manyToOne',
    target,
    required: owner.isRequired,
    onDelete: onDeleteOf(owner, other),
    inverse: other.field,
    description: owner.documentation ?? other.documentation,
    line: owner.line,
  });
}
