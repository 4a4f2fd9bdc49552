import type { EntityDocument, ModelDocument } from '../model/types';
import { normaliseName } from '../naming/words';
import { BUILT_IN_FIELDS } from '../naming/reserved';
import { memberWireNames } from '../resolve/wireNames';
import { checkRefused } from './entities';
import type { Pointer, ProblemList } from './problems';
import { Registry } from './Registry';
import { closest } from './suggest';

type ByName = ReadonlyMap<string, number>;

function checkOptions(
  relation: NonNullable<EntityDocument['relations']>[number],
  place: Pointer,
  problems: ProblemList,
): void {
  if (relation.kind === 'manyToMany') {
    if (relation.required) {
      problems.add(
        [...place, 'required'],
        'A manyToMany relation cannot be required.',
        'Remove required.',
      );
    }
    if (relation.onDelete !== undefined) {
      problems.add(
        [...place, 'onDelete'],
        'The links of a manyToMany relation always go with either row.',
        'Remove onDelete.',
      );
    }
  } else if (relation.required && relation.onDelete === 'setNull') {
    problems.add(
      [...place, 'onDelete'],
      `The relation "${relation.name}" is required, so onDelete: setNull has nothing to set.`,
      'Use restrict or cascade, or remove required.',
    );
  }
}

function checkTargets(
  document: ModelDocument,
  byName: ByName,
  problems: ProblemList,
): boolean {
  let allKnown = true;
  document.entities.forEach((entity, entityIndex) => {
    (entity.relations ?? []).forEach((relation, index) => {
      const place: Pointer = ['entities', entityIndex, 'relations', index];
      checkOptions(relation, place, problems);
      if (byName.has(normaliseName(relation.target))) return;
      allKnown = false;
      const names = document.entities.map(({ name }) => name);
      const near = closest(relation.target, names);
      const known =
        names.slice(0, 10).join(', ') + (names.length > 10 ? ', …' : '');
      problems.add(
        [...place, 'target'],
        `There is no entity "${relation.target}".`,
        near === undefined
          ? `Add it, or use one of ${known}.`
          : `Did you mean ${near}? Otherwise add it.`,
      );
    });
  });
  return allKnown;
}

function checkInverses(
  document: ModelDocument,
  byName: ByName,
  problems: ProblemList,
): void {
  const registries = document.entities.map(entity => {
    const registry = new Registry(problems);
    for (const name of BUILT_IN_FIELDS)
      registry.reserve(name, `the built-in ${name}`);
    for (const name of memberWireNames(entity))
      registry.reserve(name, `"${name}" of "${entity.name}"`);
    return registry;
  });
  document.entities.forEach((entity, entityIndex) => {
    (entity.relations ?? []).forEach((relation, index) => {
      const target = byName.get(normaliseName(relation.target));
      if (relation.inverse === undefined || target === undefined) return;
      const place: Pointer = [
        'entities',
        entityIndex,
        'relations',
        index,
        'inverse',
      ];
      checkRefused(relation.inverse, place, problems);
      registries[target].claim(
        relation.inverse,
        `the inverse "${relation.inverse}" of "${relation.name}"`,
        place,
        'Give it another name.',
      );
    });
  });
}

interface Edge {
  target: number;
  pointer: Pointer;
}

function requiredEdges(document: ModelDocument, byName: ByName): Edge[][] {
  return document.entities.map((entity, entityIndex) =>
    (entity.relations ?? []).flatMap((relation, index): Edge[] => {
      const target = byName.get(normaliseName(relation.target));
      if (
        !relation.required ||
        relation.kind === 'manyToMany' ||
        target === undefined
      )
        return [];
      return [
        {
          target,
          pointer: ['entities', entityIndex, 'relations', index, 'required'],
        },
      ];
    }),
  );
}

/** Rows that need each other can never be created: the first has nothing to refer to. */
function checkCycles(
  document: ModelDocument,
  byName: ByName,
  problems: ProblemList,
): void {
  const edges = requiredEdges(document, byName);
  const done = new Set<number>();
  const path: number[] = [];
  const visit = (index: number): void => {
    if (done.has(index)) return;
    path.push(index);
    for (const { target, pointer } of edges[index]) {
      const start = path.indexOf(target);
      if (start < 0) {
        visit(target);
        continue;
      }
      const names = [...path.slice(start), target].map(
        step => document.entities[step].name,
      );
      problems.add(
        pointer,
        `${names.join(
          ' needs ',
        )}: the first row of any of them could never be created.`,
        'Make one of these relations optional.',
      );
    }
    path.pop();
    done.add(index);
  };
  document.entities.forEach((_, index) => visit(index));
}

/** Checks relations: their targets, inverses, options, and cycles among them. */
export function checkRelations(
  document: ModelDocument,
  problems: ProblemList,
): void {
  const byName = new Map(
    document.entities.map(({ name }, index) => [normaliseName(name), index]),
  );
  const allKnown = checkTargets(document, byName, problems);
  checkInverses(document, byName, problems);
  if (allKnown) checkCycles(document, byName, problems);
}
