import { root, write } from '../../../testing/terminal';
import { detectChecks } from './detectChecks';

let count = 0;

/** What is found in a folder of these files: name and command of each check. */
async function detect(files: Record<string, string>) {
  count += 1;
  for (const [name, text] of Object.entries(files)) {
    write(`detected/${count}/${name}`, text);
  }
  return detectChecks(`${root}/detected/${count}`);
}

const commandsOf = (checks: Awaited<ReturnType<typeof detect>>) =>
  checks.map(({ run }) => run.join(' '));

describe('detectChecks', () => {
  it('finds nothing where there is nothing', async () => {
    expect(await detect({ 'README.md': '' })).toEqual([]);
  });

  it('finds the scripts of a package and keeps what npm ci installs', async () => {
    const checks = await detect({
      'package.json': JSON.stringify({ scripts: { lint: 'x', test: 'y' } }),
      'package-lock.json': '{}',
      Makefile: 'test:\n',
    });
    expect(commandsOf(checks)).toEqual(['npm ci', 'npm run lint', 'npm test']);
    expect(checks[0].cache).toEqual({
      key: ['package-lock.json'],
      folders: ['node_modules'],
    });
    expect(checks[1].cache).toBeUndefined();
  });

  it('keeps nothing that no lock file settles', async () => {
    const checks = await detect({ 'package.json': '{}' });
    expect(commandsOf(checks)).toEqual(['npm install']);
    expect(checks[0].cache).toBeUndefined();
  });

  it('leaves a broken package.json to npm', async () => {
    const checks = await detect({ 'package.json': '{' });
    expect(commandsOf(checks)).toEqual(['npm install']);
  });

  it('finds the targets of a Makefile and keeps the virtual environment', async () => {
    const checks = await detect({
      Makefile: '.PHONY: lint\nsetup: .venv\n\ntest format: setup\n\tpytest\n',
      'requirements.txt': '',
    });
    expect(commandsOf(checks)).toEqual(['make setup', 'make test']);
    expect(checks[0].cache).toEqual({
      key: ['requirements.txt', 'Makefile'],
      folders: ['.venv'],
    });
  });

  it('keeps nothing of a set-up without requirements', async () => {
    const [setup] = await detect({ Makefile: 'setup:\n\ttrue\n' });
    expect(setup.cache).toBeUndefined();
  });

  it('takes no assignment, comment or command for a target', async () => {
    const checks = await detect({
      Makefile: 'lint := x\n# test: y\nall:\n\tsetup: z\n',
    });
    expect(checks).toEqual([]);
  });
});
