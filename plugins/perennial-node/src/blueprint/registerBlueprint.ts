import { InputError } from '@backstage/errors';
import type { Node } from 'web-tree-sitter';
import { findRegistrar, registrationCalls } from './factory';
import { expressionsFor, ImportedName, importedNames } from './imports';
import { SourceLines } from './lines';
import { importLines, placeImport } from './placeImport';
import { placeRegistration } from './placeRegistration';
import { descendantsOf, lineOf, syntaxErrorIn, withSyntaxTree } from './python';
import { BlueprintOptions, BlueprintRegistration, Undecidable } from './types';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const DEFAULT_FACTORY = 'create_app';

/**
 * Adds the import and the registration of a blueprint to a Python file.
 *
 * The file is read with a real parser; what is added is whole lines, and every
 * other byte stays as it is. Where it cannot be known what to do, the file is
 * left alone, and the result says why and which lines to add by hand.
 *
 * @public
 */
export async function registerBlueprint(
  source: string,
  options: BlueprintOptions,
): Promise<BlueprintRegistration> {
  checkOptions(options);
  try {
    const edited = await withSyntaxTree(source, module =>
      edit(source, module, options),
    );
    if (!edited) {
      return { outcome: 'present', source };
    }
    await withSyntaxTree(edited.source, module => checkResult(module, options));
    return { outcome: 'added', ...edited };
  } catch (error) {
    if (!(error instanceof Undecidable)) {
      throw error;
    }
    return {
      outcome: 'manual',
      source,
      reason: error.message,
      lines: [
        ...importLines(options, { relative: false, indentation: '' }),
        callFor('app', options.name),
      ],
    };
  }
}

function checkOptions(options: BlueprintOptions): void {
  const { package: packageName, module, name, factory } = options;
  const parts = [
    ...packageName.split('.'),
    ...module.split('.'),
    name,
    factory ?? DEFAULT_FACTORY,
  ];
  const wrong = parts.find(part => !IDENTIFIER.test(part));
  if (wrong !== undefined) {
    throw new InputError(
      `"${wrong}" is no name in Python. Give package, module, name and factory as Python writes them, for example app_invoice.invoice_api.`,
    );
  }
}

function callFor(app: string, expression: string): string {
  return `${app}.register_blueprint(${expression})`;
}

/** The edited file; undefined where there is nothing to edit. */
function edit(
  text: string,
  module: Node,
  options: BlueprintOptions,
): { source: string; lines: string[] } | undefined {
  const error = syntaxErrorIn(module);
  if (error) {
    throw new Undecidable(`it is no valid Python, from line ${lineOf(error)}`);
  }
  if (/\r(?!\n)/.test(text)) {
    throw new Undecidable('some of its lines end in a carriage return alone');
  }
  const imports = importedNames(module, options);
  const known = expressionsFor(imports, options);
  if (isRegistered(module, [...known.keys()])) {
    return undefined;
  }
  refuseOtherUse(module, known, options.name);
  const source = new SourceLines(text);
  const registrar = findRegistrar(
    module,
    options.factory ?? DEFAULT_FACTORY,
    imports,
  );
  const [expression = options.name] = known.keys();
  const registration = placeRegistration(
    registrar,
    source,
    callFor(registrar.app, expression),
  );
  const insertions = known.size
    ? [registration]
    : [
        placeImport({
          module,
          registrar,
          imports,
          source,
          blueprint: options,
        }),
        registration,
      ];
  return {
    source: source.insert(insertions),
    lines: insertions.flatMap(({ lines }) => lines.filter(line => line.trim())),
  };
}

/** It is handed to `register_blueprint`, itself or in a list that a loop goes through. */
function isRegistered(module: Node, expressions: string[]): boolean {
  const mentions = (node: Node | null): boolean =>
    node !== null &&
    (expressions.includes(node.text) ||
      descendantsOf(node, ['identifier', 'attribute']).some(it =>
        expressions.includes(it.text),
      ));
  return registrationCalls(module).some(({ call }) => {
    const passed = call.childForFieldName('arguments');
    if (mentions(passed)) {
      return true;
    }
    const loops = loopsAround(call);
    return loops.some(loop => {
      const over = loop.childForFieldName('right');
      return (
        mentions(over) ||
        descendantsOf(module, ['assignment'])
          .filter(it => it.childForFieldName('left')?.text === over?.text)
          .some(it => mentions(it.childForFieldName('right')))
      );
    });
  });
}

/** The loops whose body a call is in, comprehensions among them. */
function loopsAround(call: Node): Node[] {
  const loops: Node[] = [];
  for (let node = call.parent; node; node = node.parent) {
    if (node.type === 'for_statement') {
      loops.push(node);
    }
    loops.push(
      ...node.namedChildren.filter(
        (it): it is Node => it?.type === 'for_in_clause',
      ),
    );
  }
  return loops;
}

/** A name that means something else already, or a blueprint that is used in a way not known here. */
function refuseOtherUse(
  module: Node,
  known: Map<string, ImportedName>,
  name: string,
): void {
  const names = known.size ? [...known.keys()] : [name];
  const used = descendantsOf(module, ['identifier', 'attribute']).find(
    node =>
      names.includes(node.text) &&
      node.parent?.type !== 'keyword_argument' &&
      !(
        node.parent?.type === 'attribute' &&
        node.parent.childForFieldName('attribute')?.id === node.id
      ) &&
      !isInImport(node, known),
  );
  if (used) {
    throw new Undecidable(
      known.size
        ? `${used.text} is imported already and used in line ${lineOf(
            used,
          )}, and whether that registers it cannot be told`
        : `the name ${name} means something else already, in line ${lineOf(
            used,
          )}`,
    );
  }
}

function isInImport(node: Node, known: Map<string, ImportedName>): boolean {
  const statements = [...known.values()].map(({ statement }) => statement.id);
  for (let above: Node | null = node; above; above = above.parent) {
    if (statements.includes(above.id)) {
      return true;
    }
  }
  return false;
}

/** What the edit must have come to, whatever the file was like. */
function checkResult(module: Node, options: BlueprintOptions): void {
  const known = expressionsFor(importedNames(module, options), options);
  if (syntaxErrorIn(module) || !isRegistered(module, [...known.keys()])) {
    throw new Undecidable('the lines do not fit in where they belong');
  }
}
