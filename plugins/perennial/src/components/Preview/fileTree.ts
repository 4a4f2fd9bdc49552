import type { Change, ComparedFile } from './compareFiles';

/** A folder or a file in the tree. */
export interface TreeNode {
  /** Path from the root, which identifies it. */
  id: string;
  name: string;
  /** Of a file. */
  change?: Change;
  /** Files in a folder that the last edit touched. */
  touched: number;
  children: TreeNode[];
  isFolder: boolean;
}

interface Folder {
  folders: Map<string, Folder>;
  files: { name: string; file: ComparedFile }[];
}

/** Arranges files by their folders: folders first, each by name. */
export function buildTree(files: readonly ComparedFile[]): TreeNode[] {
  const root: Folder = { folders: new Map(), files: [] };
  for (const file of files) {
    const segments = file.path.split('/');
    const name = segments.pop() ?? '';
    const folder = segments.reduce(enter, root);
    folder.files.push({ name, file });
  }
  return nodesOf(root, '');
}

function enter(folder: Folder, name: string): Folder {
  const inner = folder.folders.get(name) ?? { folders: new Map(), files: [] };
  folder.folders.set(name, inner);
  return inner;
}

function nodesOf(folder: Folder, path: string): TreeNode[] {
  const folders = [...folder.folders].map(([name, inner]): TreeNode => {
    const children = nodesOf(inner, `${path}${name}/`);
    return {
      id: `${path}${name}/`,
      name,
      children,
      touched: children.reduce((sum, child) => sum + child.touched, 0),
      isFolder: true,
    };
  });
  const files = folder.files.map(
    ({ name, file }): TreeNode => ({
      id: file.path,
      name,
      change: file.change,
      children: [],
      touched: file.change ? 1 : 0,
      isFolder: false,
    }),
  );
  return [...folders.sort(byName), ...files.sort(byName)];
}

function byName(left: TreeNode, right: TreeNode): number {
  return left.name < right.name ? -1 : 1;
}

/** Ids of all folders. */
export function foldersOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(node =>
    node.isFolder ? [node.id, ...foldersOf(node.children)] : [],
  );
}

/** Those files whose path holds what is looked for, in any case of letters. */
export function filterFiles(
  files: readonly ComparedFile[],
  filter: { text: string; onlyTouched: boolean },
): ComparedFile[] {
  const wanted = filter.text.trim().toLowerCase();
  return files.filter(
    ({ path, change }) =>
      path.toLowerCase().includes(wanted) && (change || !filter.onlyTouched),
  );
}
