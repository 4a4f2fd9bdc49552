import { PathRegistry } from './PathRegistry';

const CLASHES: [first: string, second: string, reason: string][] = [
  ['a', 'a', 'both write it'],
  ['src/a.js', 'src/a.js', 'both write it'],
  ['README.md', 'readme.md', 'case or Unicode form'],
  ['src/A.js', 'src/a.js', 'case or Unicode form'],
  ['é.txt', 'e\u0301.txt', 'case or Unicode form'],
  ['straße', 'STRASSE', 'case or Unicode form'],
  ['ﬁle', 'file', 'case or Unicode form'],
  ['Kelvin', '\u212Aelvin', 'case or Unicode form'],
  ['Src/a', 'src/b', "folder 'src' differs from 'Src'"],
  ['x/É/a', 'x/e\u0301/b', 'differs'],
  ['a', 'a/b', 'a file there and a folder here'],
  ['A', 'a/b', 'a file there and a folder here'],
  ['a/b', 'a', 'a folder there and a file here'],
  ['a/b/c', 'a/B', 'a folder there and a file here'],
];

describe('PathRegistry', () => {
  it.each(CLASHES)('sees that %j and %j clash: %s', (first, second, reason) => {
    const registry = new PathRegistry();
    expect(registry.add(first, 'one')).toBeUndefined();
    const conflict = registry.add(second, 'two');
    expect(conflict?.reason).toContain(reason);
    expect(conflict?.owner).toBe('one');
  });

  it('lets files share folders', () => {
    const registry = new PathRegistry();
    const paths = [
      'src/a',
      'src/b',
      'src/c/d',
      'src/c/e',
      'srcs',
      'constructor',
      '__proto__/a',
    ];
    for (const path of paths) {
      expect(registry.add(path, path)).toBeUndefined();
    }
  });
});
