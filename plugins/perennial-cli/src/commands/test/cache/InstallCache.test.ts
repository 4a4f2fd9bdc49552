import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root, write } from '../../../testing/terminal';
import type { CommandEnd } from '../checks/ProcessGroups';
import type { Check } from '../types';
import { InstallCache } from './InstallCache';

// Programs are started, which takes a busy machine its time.
jest.setTimeout(60_000);

const check = {
  name: 'install',
  run: ['npm', 'ci'],
  env: {},
  timeoutSeconds: 1,
  cache: { key: ['lock'], folders: ['made'] },
} satisfies Check;

let count = 0;

/** A cache that nobody has used. */
function cacheFolder(): string {
  count += 1;
  return join(root, 'caches', `${count}`);
}

/** A rendered folder with a lock file, and an installation that counts its runs. */
function rendered(lock: string, end: CommandEnd = { outcome: 'passed' }) {
  count += 1;
  const cwd = join(root, 'rendered', `${count}`);
  write(`rendered/${count}/lock`, lock);
  const install = jest.fn(async () => {
    mkdirSync(join(cwd, 'made/inner'), { recursive: true });
    writeFileSync(join(cwd, 'made/inner/file'), `of ${lock}`);
    symlinkSync('inner/file', join(cwd, 'made/link'));
    return end;
  });
  return { check, cwd, env: process.env, install };
}

describe('InstallCache', () => {
  it('does the work once and puts its folders back, by hard links', async () => {
    const cache = await InstallCache.open(cacheFolder());
    const first = rendered('a');
    const second = rendered('a');
    expect(await cache.run(first)).toEqual({ outcome: 'passed' });
    expect(await cache.run(second)).toEqual({ outcome: 'cached' });
    expect(second.install).not.toHaveBeenCalled();
    expect(readFileSync(join(second.cwd, 'made/link'), 'utf8')).toBe('of a');
    const inode = ({ cwd }: { cwd: string }) =>
      statSync(join(cwd, 'made/inner/file')).ino;
    expect(inode(second)).toBe(inode(first));
  });

  it('outlives the process that filled it and the folder that it was filled from', async () => {
    const folder = cacheFolder();
    const first = rendered('a');
    await (await InstallCache.open(folder)).run(first);
    rmSync(first.cwd, { recursive: true });
    const second = rendered('a');
    const cache = await InstallCache.open(folder);
    expect(await cache.run(second)).toEqual({ outcome: 'cached' });
    expect(existsSync(join(second.cwd, 'made/inner/file'))).toBe(true);
  });

  it.each([
    ['lock file', { lock: 'b' }],
    ['command', { run: ['npm', 'install'] }],
    ['variable of the check', { env: { A: 'b' } }],
  ])('does the work again for another %s', async (_, difference) => {
    const cache = await InstallCache.open(cacheFolder());
    await cache.run(rendered('a'));
    const { lock = 'a', ...other } = difference as { lock?: string };
    const second = rendered(lock);
    await cache.run({ ...second, check: { ...check, ...other } });
    expect(second.install).toHaveBeenCalledTimes(1);
  });

  it('lets one of several at a time do the work', async () => {
    const cache = await InstallCache.open(cacheFolder());
    const cases = ['a', 'a', 'b', 'a'].map(lock => rendered(lock));
    const ends = await Promise.all(cases.map(item => cache.run(item)));
    expect(ends.map(({ outcome }) => outcome).sort()).toEqual([
      'cached',
      'cached',
      'passed',
      'passed',
    ]);
    for (const { cwd } of cases) {
      expect(existsSync(join(cwd, 'made/inner/file'))).toBe(true);
    }
  });

  it('keeps nothing of work that has failed', async () => {
    const folder = cacheFolder();
    const cache = await InstallCache.open(folder);
    const failure = { outcome: 'failed', message: 'no' } as const;
    expect(await cache.run(rendered('a', failure))).toEqual(failure);
    expect(readdirSync(folder)).toEqual([]);
    const second = rendered('a');
    expect(await cache.run(second)).toEqual({ outcome: 'passed' });
  });

  it('keeps the results newer than what they were made from', async () => {
    const cache = await InstallCache.open(cacheFolder());
    await cache.run(rendered('a'));
    const second = rendered('a');
    utimesSync(join(second.cwd, 'lock'), 4e9, 4e9);
    await cache.run(second);
    const age = (name: string) => statSync(join(second.cwd, name)).mtimeMs;
    expect(age('lock')).toBeLessThan(age('made/inner/file'));
  });

  it('makes the scripts of a virtual environment run where they are put back', async () => {
    const cache = await InstallCache.open(cacheFolder());
    const first = rendered('a');
    const home = join(first.cwd, 'made');
    const script = '#!HOME/bin/python\necho "$0"\n'.replace('HOME', home);
    first.install.mockImplementation(async () => {
      mkdirSync(join(home, 'bin'), { recursive: true });
      symlinkSync('/bin/sh', join(home, 'bin/python'));
      writeFileSync(join(home, 'pyvenv.cfg'), `command = venv ${home}\n`);
      writeFileSync(join(home, 'bin/tool'), script, { mode: 0o755 });
      return { outcome: 'passed' };
    });
    await cache.run(first);
    const second = rendered('a');
    await cache.run(second);
    rmSync(first.cwd, { recursive: true });
    const tool = join(second.cwd, 'made/bin/tool');
    expect(execFileSync(tool, { encoding: 'utf8' })).toBe(`${tool}\n`);
    expect(readFileSync(join(second.cwd, 'made/pyvenv.cfg'), 'utf8')).toBe(
      `command = venv ${join(second.cwd, 'made')}\n`,
    );
  });

  it('says which file of the key is missing', async () => {
    const cache = await InstallCache.open(cacheFolder());
    const item = rendered('a');
    rmSync(join(item.cwd, 'lock'));
    await expect(cache.run(item)).rejects.toThrow(
      "The file 'lock' of the check's cache.key is not among the rendered files.",
    );
  });

  it('removes what nobody has used for a month', async () => {
    const folder = cacheFolder();
    await (await InstallCache.open(folder)).run(rendered('a'));
    const [entry] = readdirSync(folder);
    const old = Date.now() / 1000 - 31 * 24 * 60 * 60;
    utimesSync(join(folder, entry), old, old);
    await InstallCache.open(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
