import { answer, file } from './__testUtils__/files';
import { compareFiles, countChanges } from './compareFiles';

describe('compareFiles', () => {
  it('marks nothing where there was no preview before', () => {
    const { files } = answer([file('a'), file('b')]);
    expect(compareFiles(files, undefined)).toEqual(files);
  });

  it('tells what was added, changed and removed, by content and mode', () => {
    const before = [
      file('kept'),
      file('changed', 'old'),
      file('mode', 'x'),
      file('gone'),
    ];
    const now = [
      file('added'),
      file('changed', 'new'),
      file('kept'),
      file('mode', 'x', { mode: '100755' }),
    ];
    const files = compareFiles(now, before);
    expect(files.map(({ path, change }) => [path, change])).toEqual([
      ['added', 'added'],
      ['changed', 'changed'],
      ['gone', 'removed'],
      ['kept', undefined],
      ['mode', 'changed'],
    ]);
    expect(files[1].before?.text).toBe('old');
    expect(countChanges(files)).toEqual({ added: 1, changed: 2, removed: 1 });
  });
});
