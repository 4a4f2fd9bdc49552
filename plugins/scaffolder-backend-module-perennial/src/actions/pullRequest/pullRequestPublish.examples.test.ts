import yaml from 'yaml';
import { setUpPullRequests } from '../../__testUtils__/setUpPullRequests';
import { examples } from './pullRequestPublish.examples';

jest.setTimeout(60_000);

describe('perennial:pull-request:publish examples', () => {
  const setup = setUpPullRequests();

  async function run(index: number, more: object = {}) {
    const { repoUrl: _, ...input } = yaml.parse(examples[index].example)
      .steps[0].input;
    return await setup.run({ ...input, ...more });
  }

  it(`${examples[0].description}`, async () => {
    const { commitHash } = await run(0);
    expect(await setup.pull()).toMatchObject({
      title: 'Add invoices',
      head: { ref: 'add-invoices', sha: commitHash },
    });
  });

  it(`${examples[1].description}`, async () => {
    await setup.repository.commit('main', { '.nvmrc': '20\n' });
    setup.workspace.setContent({ 'repository/README.md': '# Node 24\n' });
    const { commitHash } = await run(1, {
      // The runner has put the output of the step before in.
      baseCommit: await setup.repository.git('rev-parse', 'main'),
    });
    expect(await setup.repository.changesOf(commitHash)).toEqual([
      'D .nvmrc',
      'M 100644 README.md',
    ]);
    expect(
      await setup.repository.git(
        'show',
        '-s',
        '--format=%an <%ae>',
        commitHash,
      ),
    ).toBe('Acme Platform <platform@acme.example>');
  });
});
