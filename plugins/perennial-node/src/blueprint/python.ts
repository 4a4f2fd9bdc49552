import { readFile } from 'node:fs/promises';
import { Language, type Node, Parser } from 'web-tree-sitter';

let loading: Promise<Language> | undefined;

/**
 * The parser and the grammar are WebAssembly, compiled once for the process,
 * and only where some Python is edited.
 */
async function loadLanguage(): Promise<Language> {
  await Parser.init({
    // Beside the package, also where this code is bundled into another file.
    locateFile: () => require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  });
  const file = require.resolve('tree-sitter-python/tree-sitter-python.wasm');
  return await Language.load(new Uint8Array(await readFile(file)));
}

/** Parses Python for as long as `use` runs: the tree lies outside of the garbage collector's reach. */
export async function withSyntaxTree<T>(
  source: string,
  use: (module: Node) => T,
): Promise<T> {
  loading ??= loadLanguage();
  const language = await loading;
  const parser = new Parser();
  try {
    const tree = parser.setLanguage(language).parse(source);
    if (!tree) {
      throw new Error('The Python parser gave no tree');
    }
    try {
      return use(tree.rootNode);
    } finally {
      tree.delete();
    }
  } finally {
    parser.delete();
  }
}

const SCOPES = ['function_definition', 'class_definition', 'lambda'];

/** The statements of a block or a module, without the comments between them. */
export function statementsOf(block: Node): Node[] {
  return block.namedChildren.filter(
    (child): child is Node => child !== null && child.type !== 'comment',
  );
}

/** All nodes of these types below a node; those of functions within it only where asked for. */
export function descendantsOf(
  node: Node,
  types: string[],
  options: { ownScope?: boolean } = {},
): Node[] {
  const found: Node[] = [];
  const visit = (parent: Node) => {
    for (const child of parent.children) {
      if (!child) {
        continue;
      }
      if (types.includes(child.type)) {
        found.push(child);
      }
      if (!options.ownScope || !SCOPES.includes(child.type)) {
        visit(child);
      }
    }
  };
  visit(node);
  return found;
}

/** The line of a node, as people count. */
export function lineOf(node: Node): number {
  return node.startPosition.row + 1;
}

/** The first place that is not Python. */
export function syntaxErrorIn(module: Node): Node | undefined {
  if (!module.hasError) {
    return undefined;
  }
  let node = module;
  for (;;) {
    const next = node.children.find(
      child => child !== null && (child.hasError || child.isMissing),
    );
    if (!next || node.isError) {
      return node;
    }
    node = next;
  }
}
