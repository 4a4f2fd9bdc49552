import type { Node } from 'web-tree-sitter';
import { Registrar, registrationCalls } from './factory';
import { ImportedName } from './imports';
import { Insertion, SourceLines } from './lines';
import { descendantsOf, statementsOf } from './python';
import { BlueprintOptions, Undecidable } from './types';

/** Black's. */
const LINE_LENGTH = 88;
const IMPORTS = ['import_statement', 'import_from_statement'];

/** Where an import goes, and whether the imports there are written relative to the package. */
interface Neighbourhood {
  /** Import statements one below the other. */
  run: Node[];
  relative: boolean;
  /** The imports are of the same package: no empty line between them. */
  kin: boolean;
}

/** The import of the blueprint, as lines without an indentation. */
export function importLines(
  options: BlueprintOptions,
  style: { relative: boolean; indentation: string },
): string[] {
  const from = `${style.relative ? '' : options.package}.${options.module}`;
  const line = `from ${from} import ${options.name}`;
  return style.indentation.length + line.length <= LINE_LENGTH
    ? [line]
    : [`from ${from} import (`, `    ${options.name},`, ')'];
}

/**
 * Finds the place for the import: among those of the other blueprints, in the
 * function if they are imported there, else among those of the package, else
 * after all imports.
 */
export function placeImport(options: {
  module: Node;
  registrar: Registrar;
  imports: ImportedName[];
  source: SourceLines;
  blueprint: BlueprintOptions;
}): Insertion {
  const { module, source, blueprint } = options;
  const found = findNeighbourhood(options);
  if (!found) {
    return atTop(module, source, blueprint);
  }
  const { run, relative, kin } = found;
  const last = run[run.length - 1];
  const indentation = source.indentation(last.startPosition.row);
  const lines = importLines(blueprint, { relative, indentation }).map(
    line => indentation + line,
  );
  const follower = followerIn(run, `${blueprint.package}.${blueprint.module}`);
  if (follower && kin) {
    return { row: follower.startPosition.row, lines };
  }
  return {
    row: last.endPosition.row + 1,
    lines: kin ? lines : ['', ...lines],
  };
}

function findNeighbourhood(options: {
  module: Node;
  registrar: Registrar;
  imports: ImportedName[];
  source: SourceLines;
  blueprint: BlueprintOptions;
}): Neighbourhood | undefined {
  const { module, registrar, imports, source, blueprint } = options;
  const top = importsAmong(module, source);
  const inside = importsAmong(registrar.body, source);
  const registered = new Set(
    registrationCalls(module).flatMap(({ call }) =>
      rootsOf(call.childForFieldName('arguments')),
    ),
  );
  const ofServices = imports.filter(({ local }) => registered.has(local));
  const ofPackage = imports.filter(
    ({ relative, module: name }) =>
      relative ||
      name === blueprint.package ||
      name.startsWith(`${blueprint.package}.`),
  );
  for (const [names, among] of [
    [ofServices, top],
    [ofServices, inside],
    [ofPackage, top],
  ] as const) {
    const kin = names.filter(({ statement }) => has(among, statement));
    const last = lastOf(kin);
    if (last) {
      return {
        run: runEndingAt(last.statement, kin, among),
        relative: last.relative,
        kin: true,
      };
    }
  }
  const last = top[top.length - 1];
  return last && { run: [last], relative: false, kin: false };
}

/** Imports that are statements of a block itself and have their lines for themselves. */
function importsAmong(block: Node, source: SourceLines): Node[] {
  return statementsOf(block).filter(
    it => IMPORTS.includes(it.type) && source.isAlone(it),
  );
}

/** The names that expressions begin with: `orders` of `orders.api`. */
function rootsOf(node: Node | null): string[] {
  return node
    ? descendantsOf(node, ['identifier'])
        .filter(it => it.parent?.type !== 'keyword_argument')
        .map(it => it.text)
    : [];
}

function has(among: Node[], statement: Node): boolean {
  return among.some(it => it.id === statement.id);
}

function lastOf(names: ImportedName[]): ImportedName | undefined {
  return names.reduce<ImportedName | undefined>(
    (last, it) =>
      !last || it.statement.startIndex > last.statement.startIndex ? it : last,
    undefined,
  );
}

/** The kin directly above a statement, each right below the one before, and itself. */
function runEndingAt(
  statement: Node,
  kin: ImportedName[],
  among: Node[],
): Node[] {
  const run = [statement];
  for (
    let index = among.findIndex(it => it.id === statement.id) - 1;
    index >= 0;
    index -= 1
  ) {
    const above = among[index];
    const isNext =
      above.endPosition.row + 1 === run[0].startPosition.row &&
      kin.some(it => it.statement.id === above.id);
    if (!isNext) {
      break;
    }
    run.unshift(above);
  }
  return run;
}

/** The first that comes after a module in the alphabet, if they are in its order. */
function followerIn(run: Node[], module: string): Node | undefined {
  const names = run.map(moduleOf);
  const isSorted = names.every(
    (name, index) => index === 0 || names[index - 1] <= name,
  );
  const own = names[0]?.startsWith('.')
    ? module.slice(module.indexOf('.'))
    : module;
  return isSorted ? run.find((_, index) => names[index] > own) : undefined;
}

function moduleOf(statement: Node): string {
  return statement.childForFieldName('module_name')?.text ?? '';
}

/** A file without imports: below its comments, its description and what it takes of the future. */
function atTop(
  module: Node,
  source: SourceLines,
  blueprint: BlueprintOptions,
): Insertion {
  const lines = importLines(blueprint, { relative: false, indentation: '' });
  const first = statementsOf(module).find(
    (it, index) =>
      it.type !== 'future_import_statement' &&
      !(index === 0 && isDescription(it)),
  );
  const previous = first?.previousNamedSibling;
  if (!first || !source.isAlone(first)) {
    throw new Undecidable('there is no line for the import');
  }
  return previous
    ? { row: previous.endPosition.row + 1, lines: ['', ...lines] }
    : { row: first.startPosition.row, lines: [...lines, '', ''] };
}

function isDescription(statement: Node): boolean {
  return (
    statement.type === 'expression_statement' &&
    statement.namedChildren[0]?.type === 'string'
  );
}
