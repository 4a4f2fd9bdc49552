import {
  nameForms,
  type ResolvedEntity,
  type ResolvedField,
  type ResolvedModel,
  type ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { attributeName, mermaidText } from './text';

/**
 * Pascal case, because Mermaid reads some words after a space as commands, and
 * in quotes, because it reads others as commands wherever they stand.
 */
function entityName(entity: { name: string }): string {
  return `"${nameForms(entity.name).pascal}"`;
}

function attribute(
  type: string,
  name: string,
  keys: string[],
  description = '',
): string {
  const parts = [type, attributeName(name)];
  if (keys.length > 0) parts.push(keys.join(', '));
  if (description.trim() !== '') parts.push(mermaidText(description));
  return `        ${parts.join(' ')}`;
}

function typeName(field: ResolvedField): string {
  return field.type === 'array' && field.items
    ? `${typeName(field.items)}[]`
    : field.type;
}

function attributes(entity: ResolvedEntity): string[] {
  return [
    attribute(entity.id, 'id', ['PK']),
    ...entity.fields.map(field =>
      attribute(
        typeName(field),
        field.name,
        field.unique ? ['UK'] : [],
        field.description,
      ),
    ),
    ...entity.relations
      .filter(({ kind }) => kind !== 'manyToMany')
      .map(relation =>
        attribute(
          relation.target.id,
          relation.wireName,
          relation.unique ? ['FK', 'UK'] : ['FK'],
          relation.description,
        ),
      ),
  ];
}

/** The target's end, the line, and the end of the entity that declares it. */
function cardinality(relation: ResolvedRelation): string {
  if (relation.kind === 'manyToMany') return '}o--o{';
  return `${relation.required ? '||' : '|o'}--${relation.unique ? 'o|' : 'o{'}`;
}

/** The model as an entity relationship diagram of Mermaid. */
export function writeMermaid(model: ResolvedModel): string {
  const lines = ['erDiagram'];
  for (const entity of model.entities)
    lines.push(`    ${entityName(entity)} {`, ...attributes(entity), '    }');
  for (const entity of model.entities)
    for (const relation of entity.relations)
      lines.push(
        `    ${entityName(relation.target)} ${cardinality(
          relation,
        )} ${entityName(entity)} : ${mermaidText(relation.name)}`,
      );
  return `${lines.join('\n')}\n`;
}
