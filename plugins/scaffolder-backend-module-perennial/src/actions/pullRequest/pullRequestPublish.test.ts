import fs from 'node:fs/promises';
import {
  CHANGES,
  SEED,
  setUpPullRequests,
} from '../../__testUtils__/setUpPullRequests';
import { PullRequestInput } from '../../lib/pullRequest/inputProperties';

jest.setTimeout(60_000);

describe('perennial:pull-request:publish', () => {
  const setup = setUpPullRequests();

  it('proposes what the folder changes, and tells where', async () => {
    const outputs = await setup.run({ filesToDelete: ['src/old.py'] });
    expect(outputs).toEqual({
      remoteUrl: `${setup.github.url}/${setup.repository.name}/pull/1`,
      pullRequestNumber: 1,
      pullRequestState: 'open',
      targetBranchName: 'main',
      branch: 'add-invoices',
      commitHash: expect.stringMatching(/^[0-9a-f]{40}$/),
      unchanged: false,
      message: `Opened ${setup.github.url}/${setup.repository.name}/pull/1`,
    });
    expect(await setup.repository.changesOf(outputs.commitHash)).toEqual([
      ...CHANGES,
      'D src/old.py',
    ]);
    expect(await setup.pull()).toMatchObject({
      title: 'Add invoices',
      body: 'Invoices are sent each month.',
      commits: 1,
      draft: false,
      requested_reviewers: [{ login: 'octocat' }],
      requested_teams: [{ slug: 'platform' }],
      labels: [{ name: 'service' }],
    });
  });

  it('makes as many calls for 10 files as for 1,000', async () => {
    const calls: string[][] = [];
    for (const files of [10, 100, 1_000]) {
      for (let index = 0; index < files; index += 1) {
        await fs.writeFile(
          setup.workspace.resolve(`src/${index}.py`),
          `${index}\n`,
        );
      }
      setup.github.requests.clear();
      const branchName = `add-${files}`;
      const { commitHash } = await setup.run({ branchName });
      calls.push(
        setup.github.requests
          .list()
          .map(({ method, path }) => `${method} ${path}`)
          .map(call => call.replace(/pulls\/\d|issues\/\d/g, 'N')),
      );
      expect(await setup.repository.changesOf(commitHash)).toHaveLength(
        files + 3,
      );
    }
    const [few] = calls;
    // A pack of more than 1 MB, or of unknown size, is announced by one empty request.
    expect(calls.map(made => new Set(made))).toEqual(
      calls.map(() => new Set(few)),
    );
    expect(few.filter(call => call.includes('/api/v3/'))).toEqual([
      `GET /api/v3/repos/${setup.repository.name}`,
      `GET /api/v3/repos/${setup.repository.name}/pulls`,
      `GET /api/v3/repos/${setup.repository.name}/pulls`,
      `POST /api/v3/repos/${setup.repository.name}/pulls`,
      `POST /api/v3/repos/${setup.repository.name}/N/requested_reviewers`,
      `POST /api/v3/repos/${setup.repository.name}/N/labels`,
    ]);
    for (const made of calls) {
      expect(
        made.filter(
          call =>
            call === `POST /${setup.repository.name}.git/git-receive-pack`,
        ),
      ).toHaveLength(1);
      expect(made).toHaveLength(few.length);
    }
  });

  it('says so where there is nothing to change', async () => {
    setup.workspace.setContent({ 'README.md': SEED['README.md'] });
    const before = await setup.repository.state();
    expect(await setup.run({ filesToDelete: ['src/not-there.py'] })).toEqual({
      remoteUrl: `${setup.github.url}/${setup.repository.name}`,
      pullRequestNumber: undefined,
      pullRequestState: 'none',
      targetBranchName: 'main',
      branch: 'add-invoices',
      commitHash: await setup.repository.git('rev-parse', 'main'),
      unchanged: true,
      message: expect.stringContaining('there is nothing to propose'),
    });
    expect(await setup.repository.state()).toEqual(before);
  });

  it('proposes the difference to the commit that the folder was filled from', async () => {
    const baseCommit = await setup.repository.git('rev-parse', 'main');
    await setup.repository.commit('main', { 'README.md': '# All orders\n' });
    setup.workspace.addContent({ 'README.md': SEED['README.md'] });
    const { commitHash } = await setup.run({ baseCommit });
    // The README in the folder is older, but it is no change of ours.
    expect(await setup.repository.changesOf(commitHash)).toEqual(CHANGES);
    expect(await setup.pull()).toMatchObject({ mergeable: true, commits: 1 });
    expect((await setup.run({ baseCommit })).commitHash).toBe(commitHash);
  });

  it('keeps bytes whatever .gitattributes say, and modes alone count as a change', async () => {
    await setup.repository.commit('main', {
      '.gitattributes': '* text eol=lf\n',
    });
    setup.workspace.setContent({
      'src/app.py': 'app = 2\r\n',
      'README.md': SEED['README.md'],
    });
    await fs.chmod(setup.workspace.resolve('README.md'), 0o755);
    const { commitHash } = await setup.run();
    expect(await setup.repository.changesOf(commitHash)).toEqual([
      'M 100755 README.md',
      'M 100644 src/app.py',
    ]);
    expect(await setup.repository.git('show', `${commitHash}:src/app.py`)).toBe(
      'app = 2',
    );
    expect(
      await setup.repository.git('cat-file', '-s', `${commitHash}:src/app.py`),
    ).toBe('9');
  });

  it('takes another target, a folder of the workspace and a draft', async () => {
    await setup.repository.commit('release', { VERSION: '1\n' });
    const outputs = await setup.run({
      targetBranchName: 'release',
      sourcePath: 'src',
      draft: true,
    });
    expect(outputs.targetBranchName).toBe('release');
    expect(await setup.pull()).toMatchObject({
      draft: true,
      base: { ref: 'release' },
      changed_files: 2,
    });
  });

  describe('refuses', () => {
    it('a branch that holds other changes, and leaves it', async () => {
      await setup.repository.commit('add-invoices', {
        'src/theirs.py': 'x = 1\n',
      });
      const before = await setup.repository.state();
      await expect(setup.run()).rejects.toThrow(
        `The branch "add-invoices" of ${setup.repository.name} exists and holds other changes`,
      );
      expect(await setup.repository.state()).toEqual(before);
    });

    it('to change a pull request whose content is another by now', async () => {
      await setup.run();
      const before = await setup.repository.state();
      setup.workspace.addContent({ 'src/invoice.py': 'invoice = 2\n' });
      await expect(setup.run()).rejects.toThrow(
        `(${setup.github.url}/${setup.repository.name}/pull/1); nothing was overwritten`,
      );
      expect(await setup.repository.state()).toEqual(before);
    });

    it("Git's own folder in the workspace", async () => {
      setup.workspace.addContent({ 'src/.git/config': '[core]\n' });
      await expect(setup.run()).rejects.toThrow(
        '"src/.git", which is Git\'s own',
      );
    });

    it('a symbolic link', async () => {
      await fs.symlink('/etc', setup.workspace.resolve('src/etc'));
      await expect(setup.run()).rejects.toThrow(
        '"src/etc" in the workspace is a symbolic link',
      );
    });

    it.each<[Partial<PullRequestInput>, string]>([
      [{ sourcePath: '../..' }, 'leads out of the workspace'],
      [{ filesToDelete: ['../x'] }, 'filesToDelete names "../x"'],
      [{ filesToDelete: ['.git/config'] }, "write into Git's own folder"],
      [{ branchName: 'main' }, 'the branch to merge into'],
      [{ branchName: '-x' }, 'branchName is "-x"'],
      [{ targetBranchName: 'nowhere' }, 'has no branch "nowhere"'],
      [{ baseCommit: 'main' }, 'which is no commit id'],
      [{ baseCommit: '1'.repeat(40) }, 'has no commit 1111'],
      [{ title: ' ' }, 'Give the pull request a title'],
      [{ title: '${{ parameters.x }}' }, 'still holds template syntax'],
      [{ repoUrl: 'elsewhere.example?owner=a&repo=b' }, 'elsewhere.example'],
    ])('%j', async (input, message) => {
      const before = await setup.repository.state();
      await expect(setup.run(input)).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining(message),
      });
      expect(await setup.repository.state()).toEqual(before);
    });

    it('a repository that is not there', async () => {
      const { host } = new URL(setup.github.url);
      await expect(
        setup.run({ repoUrl: `${host}?owner=acme&repo=nothing` }),
      ).rejects.toThrow(`There is no repository acme/nothing on ${host}`);
    });
  });

  it('warns where GitHub refuses a reviewer, and goes on', async () => {
    setup.github.faults.add({
      method: 'POST',
      path: /requested_reviewers$/,
      kind: 'status',
      status: 422,
      body: { message: 'Reviews may only be requested from collaborators.' },
    });
    expect(await setup.run()).toMatchObject({ pullRequestState: 'open' });
    expect(await setup.pull()).toMatchObject({ labels: [{ name: 'service' }] });
  });
});
