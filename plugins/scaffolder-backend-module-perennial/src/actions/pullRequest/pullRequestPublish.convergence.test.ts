import { setUpPullRequests } from '../../__testUtils__/setUpPullRequests';

jest.setTimeout(60_000);

describe('perennial:pull-request:publish, run again,', () => {
  const setup = setUpPullRequests();

  it('changes nothing when it is run again', async () => {
    const first = await setup.run();
    const before = await setup.repository.state();
    const second = await setup.run();
    expect(second).toEqual({
      ...first,
      message: `${first.remoteUrl} proposes exactly this already`,
    });
    expect(await setup.repository.state()).toEqual(before);
    expect(await setup.pull()).toMatchObject({ commits: 1 });
  });

  it('finds its pull request where the target has moved since', async () => {
    const first = await setup.run();
    await setup.repository.commit('main', { 'docs/new.md': '# New\n' });
    const before = await setup.repository.state();
    expect(await setup.run()).toMatchObject({
      pullRequestNumber: 1,
      commitHash: first.commitHash,
    });
    expect(await setup.repository.state()).toEqual(before);
  });

  it('finds its pull request where the target has changed a file that it changes', async () => {
    const lines = (...numbers: number[]) =>
      numbers.map(number => `line ${number}\n`).join('');
    const propose = async (...numbers: number[]) => {
      setup.workspace.setContent({ 'src/app.py': lines(...numbers) });
      return await setup.run({
        baseCommit: await setup.repository.git('rev-parse', 'main'),
      });
    };
    await setup.repository.commit('main', { 'src/app.py': lines(1, 2, 3) });
    const first = await propose(1, 2, 3, 9);
    await setup.repository.commit('main', { 'src/app.py': lines(0, 1, 2, 3) });
    const before = await setup.repository.state();
    expect(await propose(0, 1, 2, 3, 9)).toMatchObject({
      pullRequestNumber: 1,
      commitHash: first.commitHash,
    });
    await expect(propose(0, 1, 2, 3, 8)).rejects.toThrow('holds other changes');
    expect(await setup.repository.state()).toEqual(before);
  });

  it('finds its pull request below what people have added', async () => {
    const first = await setup.run();
    await setup.repository.git('fetch', '--quiet', 'origin');
    await setup.repository.commit('add-invoices', {
      'src/more.py': 'more = 1\n',
    });
    await setup.repository.commit('main', { 'docs/new.md': '# New\n' });
    const before = await setup.repository.state();
    expect(await setup.run()).toMatchObject({
      pullRequestNumber: 1,
      commitHash: first.commitHash,
      unchanged: false,
    });
    expect(await setup.repository.state()).toEqual(before);
  });

  describe.each(['merge', 'squash', 'rebase'])('merged by %s', method => {
    it.each([true, false])(
      'says that there is nothing to propose (branch kept: %s)',
      async kept => {
        const first = await setup.run();
        await setup.merge(method);
        if (!kept) {
          await setup.deleteBranch();
        }
        await setup.repository.commit('main', { 'docs/new.md': '# New\n' });
        const before = await setup.repository.state();
        expect(await setup.run()).toMatchObject({
          remoteUrl: first.remoteUrl,
          pullRequestNumber: 1,
          pullRequestState: 'merged',
          unchanged: true,
          message: expect.stringContaining('there is nothing to propose'),
        });
        expect(await setup.repository.state()).toEqual(before);
      },
    );
  });

  it.each([true, false])(
    'does not open anew what people have closed (branch kept: %s)',
    async kept => {
      const first = await setup.run();
      await setup.close();
      if (!kept) {
        await setup.deleteBranch();
      }
      await setup.repository.commit('main', { 'docs/new.md': '# New\n' });
      const before = await setup.repository.state();
      expect(await setup.run()).toMatchObject({
        remoteUrl: first.remoteUrl,
        pullRequestState: 'closed',
        unchanged: true,
        message: expect.stringContaining('not opened anew'),
      });
      expect(await setup.repository.state()).toEqual(before);
    },
  );

  it('says that a merged one is not proposed again after it was taken back', async () => {
    await setup.run();
    await setup.merge();
    await setup.repository.commit('main', { 'src/invoice.py': null });
    expect(await setup.run()).toMatchObject({
      pullRequestState: 'merged',
      unchanged: true,
      message: expect.stringContaining('choose another branchName'),
    });
  });

  it('opens another one for other content after the first is done with', async () => {
    await setup.run();
    await setup.close();
    await setup.deleteBranch();
    setup.workspace.addContent({ 'src/invoice.py': 'invoice = 2\n' });
    expect(await setup.run()).toMatchObject({
      pullRequestNumber: 2,
      pullRequestState: 'open',
    });
  });
});
