import { file } from './__testUtils__/files';
import { compareFiles } from './compareFiles';
import { buildTree, filterFiles, foldersOf, type TreeNode } from './fileTree';

function outline(nodes: TreeNode[], indent = ''): string[] {
  return nodes.flatMap(node => [
    `${indent}${node.name}${node.isFolder ? '/' : ''} ${node.touched}`,
    ...outline(node.children, `${indent}  `),
  ]);
}

describe('buildTree', () => {
  it('puts folders first and counts what was touched in them', () => {
    const files = compareFiles(
      [file('z.md'), file('src/b/c.ts', 'new'), file('src/a.ts'), file('B')],
      [file('z.md'), file('src/b/c.ts', 'old'), file('src/a.ts')],
    );
    const tree = buildTree(files);
    expect(outline(tree)).toEqual([
      'src/ 1',
      '  b/ 1',
      '    c.ts 1',
      '  a.ts 0',
      'B 1',
      'z.md 0',
    ]);
    expect(foldersOf(tree)).toEqual(['src/', 'src/b/']);
  });

  it('is not taken in by names of prototypes', () => {
    const tree = buildTree([file('__proto__/constructor'), file('toString')]);
    expect(outline(tree)).toEqual([
      '__proto__/ 0',
      '  constructor 0',
      'toString 0',
    ]);
  });
});

describe('filterFiles', () => {
  const files = compareFiles(
    [file('src/Product.ts'), file('README.md', 'new')],
    [file('src/Product.ts'), file('README.md', 'old')],
  );
  const paths = (text: string, onlyTouched = false) =>
    filterFiles(files, { text, onlyTouched }).map(it => it.path);

  it('finds parts of paths in any case, and what was touched', () => {
    expect(paths(' product')).toEqual(['src/Product.ts']);
    expect(paths('SRC/')).toEqual(['src/Product.ts']);
    expect(paths('.*')).toEqual([]);
    expect(paths('', true)).toEqual(['README.md']);
  });
});
