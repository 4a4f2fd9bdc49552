import type { Node } from 'web-tree-sitter';
import { descendantsOf } from './python';
import { BlueprintOptions } from './types';

/** A name that an import binds, and what it stands for. */
export interface ImportedName {
  /** The name in the file. */
  local: string;
  /** The module it comes from, absolute: `admin_server.app_invoice.invoice_api`. */
  module: string;
  /** What is taken of the module; undefined for the module itself. */
  member?: string;
  /** The module was written relative to the file's package. */
  relative: boolean;
  statement: Node;
}

/** Every name that the file imports, wherever the statement is. */
export function importedNames(
  module: Node,
  options: BlueprintOptions,
): ImportedName[] {
  return [
    ...descendantsOf(module, ['import_from_statement']).flatMap(statement =>
      ofFromImport(statement, options),
    ),
    ...descendantsOf(module, ['import_statement']).flatMap(ofImport),
  ];
}

function ofFromImport(
  statement: Node,
  options: BlueprintOptions,
): ImportedName[] {
  const from = statement.childForFieldName('module_name');
  if (!from) {
    return [];
  }
  const relative = from.type === 'relative_import';
  const module = relative ? absolute(from.text, options.package) : from.text;
  const wildcard = descendantsOf(statement, ['wildcard_import']).length > 0;
  const names = wildcard
    ? [{ member: options.name, local: options.name }]
    : statement.childrenForFieldName('name').map(bindingOf);
  return names.map(({ member, local }) => ({
    local,
    module,
    member,
    relative,
    statement,
  }));
}

function ofImport(statement: Node): ImportedName[] {
  return statement.childrenForFieldName('name').map(name => {
    const { member, local } = bindingOf(name);
    return { local, module: member, relative: false, statement };
  });
}

/** `invoice_api`, or `invoice_api as billing`. */
function bindingOf(node: Node | null): { member: string; local: string } {
  const name = node?.childForFieldName('name')?.text ?? node?.text ?? '';
  const alias = node?.childForFieldName('alias')?.text;
  return { member: name, local: alias ?? name };
}

/** One dot is the package of the file; more lead out of it, where no blueprint of ours is. */
function absolute(text: string, ownPackage: string): string {
  if (!/^\.(?!\.)/.test(text)) {
    return text;
  }
  return text === '.' ? ownPackage : `${ownPackage}${text}`;
}

/** The expressions that stand for the blueprint in this file: `invoice_api`, `module.invoice_api`. */
export function expressionsFor(
  names: ImportedName[],
  options: BlueprintOptions,
): Map<string, ImportedName> {
  const whole = `${options.package}.${options.module}`;
  // By convention a service's blueprint has a second, short name.
  const variables = [options.name, 'api'];
  const expressions = new Map<string, ImportedName>();
  for (const name of names) {
    if (name.module === whole && name.member !== undefined) {
      if (variables.includes(name.member)) {
        expressions.set(name.local, name);
      }
    } else if (
      name.module === whole ||
      (name.member !== undefined && `${name.module}.${name.member}` === whole)
    ) {
      for (const variable of variables) {
        expressions.set(`${name.local}.${variable}`, name);
      }
    }
  }
  return expressions;
}
