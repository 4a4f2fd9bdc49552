import fs from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import yaml from 'yaml';
import { fetchActionFor, hostOf } from '../../__testUtils__/publishing';
import { setUpPullRequests, SEED } from '../../__testUtils__/setUpPullRequests';
import { examples } from './repositoryFetch.examples';

jest.setTimeout(60_000);

describe('perennial:repository:fetch', () => {
  const setup = setUpPullRequests();
  const workspace = createMockDirectory();

  beforeEach(() => workspace.setContent({ 'before.txt': 'before' }));

  async function run(
    input: object,
    options?: Parameters<typeof fetchActionFor>[1],
  ) {
    const context = {
      ...createMockActionContext({
        workspacePath: workspace.path,
        input: {
          repoUrl: `${hostOf(setup.github)}?owner=acme&repo=${
            setup.repository.name.split('/')[1]
          }`,
          ...input,
        } as never,
      }),
      logger: mockServices.logger.mock(),
    };
    await fetchActionFor(setup.github, options).handler(context);
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  const inputOf = (index: number) => {
    const {
      repoUrl: _,
      token,
      ...input
    } = yaml.parse(examples[index].example).steps[0].input;
    return { ...input, ...(token && { token: setup.github.token }) };
  };

  it(`${examples[0].description}`, async () => {
    const outputs = await run(inputOf(0));
    expect(outputs).toEqual({
      commitHash: await setup.repository.git('rev-parse', 'main'),
      branch: 'main',
      repoUrl: `${hostOf(setup.github)}?owner=acme&repo=${
        setup.repository.name.split('/')[1]
      }`,
      repositoryUrl: `${setup.github.url}/${setup.repository.name}`,
    });
    expect(workspace.content()).toEqual({
      'before.txt': 'before',
      repository: {
        'README.md': SEED['README.md'],
        bin: { run: Buffer.from(SEED['bin/run']) },
        src: { 'app.py': SEED['src/app.py'], 'old.py': SEED['src/old.py'] },
      },
    });
    const { mode } = await fs.stat(workspace.resolve('repository/bin/run'));
    // eslint-disable-next-line no-bitwise
    expect(mode & 0o111).not.toBe(0);
  });

  it(`${examples[1].description}`, async () => {
    await setup.repository.commit('release', { VERSION: '1\r\n' });
    const outputs = await run(inputOf(1));
    expect(outputs.branch).toBe('release');
    expect(
      await fs.readFile(workspace.resolve('repository/VERSION'), 'utf8'),
    ).toBe('1\r\n');
  });

  it('makes one REST call, and finds the repository by the location of an entity', async () => {
    setup.github.requests.clear();
    await run({
      targetPath: 'repository',
      repoUrl: `url:${setup.github.url}/${setup.repository.name}/tree/main/`,
    });
    expect(setup.github.requests.count({ area: 'rest' })).toBe(1);
  });

  it('fills the whole workspace where no folder is named', async () => {
    await run({});
    expect(await fs.readdir(workspace.path)).toEqual([
      'README.md',
      'bin',
      'src',
    ]);
  });

  it('replaces what an attempt before has left', async () => {
    workspace.addContent({ 'repository/left/behind': 'x' });
    await run({ targetPath: 'repository' });
    expect(await fs.readdir(workspace.resolve('repository'))).not.toContain(
      'left',
    );
  });

  it('leaves the folder as it is where there is no token', async () => {
    workspace.addContent({ 'repository/kept.txt': 'x' });
    await expect(
      run(
        { targetPath: 'repository' },
        { config: { scaffolder: { requireScmUserCredentials: true } } },
      ),
    ).rejects.toThrow('the step has no `token`');
    expect(workspace.content()).toMatchObject({
      repository: { 'kept.txt': 'x' },
    });
  });

  it('leaves symbolic links out, which a pull request then leaves alone', async () => {
    await setup.repository.link('etc', '/etc');
    const { commitHash } = await run({ targetPath: 'repository' });
    expect(await fs.readdir(workspace.resolve('repository'))).not.toContain(
      'etc',
    );
    workspace.addContent({ 'repository/README.md': '# New\n' });
    await fs.cp(workspace.resolve('repository'), setup.workspace.path, {
      recursive: true,
    });
    const proposed = await setup.run({ baseCommit: String(commitHash) });
    expect(await setup.repository.changesOf(proposed.commitHash)).not.toContain(
      'D etc',
    );
  });

  it.each([
    [{ targetPath: '../x' }, 'leads out of the workspace'],
    [{ targetPath: 'r', branch: 'none' }, 'has no branch "none"'],
    [{ targetPath: 'r', repoUrl: 'url:https://x' }, 'host "x"'],
  ])('refuses %j', async (input, message) => {
    await expect(run(input)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
    expect(workspace.content()).toMatchObject({ 'before.txt': 'before' });
  });
});
