import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { PublishInput } from './inputProperties';
import { planPublish } from './planPublish';

const integrationsConfig = {
  integrations: {
    github: [{ host: 'github.com' }],
    gitlab: [{ host: 'gitlab.com' }],
  },
};

function plan(input: Partial<PublishInput>, scaffolder: object = {}) {
  return planPublish({
    input: { repoUrl: 'github.com?owner=acme&repo=orders', ...input },
    config: new ConfigReader({
      app: { baseUrl: 'https://portal.example/' },
      scaffolder: { ...scaffolder },
    }),
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader(integrationsConfig),
    ),
    workspacePath: '/workspace',
    taskId: 'a/b',
  });
}

describe('planPublish', () => {
  it('fills in the defaults', () => {
    expect(plan({})).toEqual({
      host: 'github.com',
      owner: 'acme',
      repo: 'orders',
      description: '',
      homepage: '',
      visibility: 'private',
      settings: {
        delete_branch_on_merge: false,
        allow_merge_commit: true,
        allow_squash_merge: true,
        allow_rebase_merge: true,
        allow_auto_merge: false,
        allow_update_branch: false,
        squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
        squash_merge_commit_message: 'COMMIT_MESSAGES',
      },
      branch: 'main',
      commitMessage: 'Initial commit',
      author: { name: 'Scaffolder', email: 'scaffolder@backstage.io' },
      topics: [],
      collaborators: [],
      protection: undefined,
      sourceDirectory: '/workspace',
      mark: 'https://portal.example/create/tasks/a%2Fb',
      markPrefix: 'https://portal.example/create/tasks/',
    });
  });

  it('takes author and message from the input, else from the app-config', () => {
    const scaffolder = {
      defaultAuthor: { name: 'Acme', email: 'platform@acme.example' },
      defaultCommitMessage: 'Begin',
    };
    expect(plan({}, scaffolder)).toMatchObject({
      author: { name: 'Acme', email: 'platform@acme.example' },
      commitMessage: 'Begin',
    });
    expect(
      plan({ gitAuthorName: 'Mona', gitCommitMessage: 'Go' }, scaffolder),
    ).toMatchObject({
      author: { name: 'Mona', email: 'platform@acme.example' },
      commitMessage: 'Go',
    });
  });

  it('tells teams from users, with and without a catalog reference', () => {
    expect(
      plan({
        access: 'acme/payments',
        collaborators: [
          { team: 'group:default/support', access: 'pull' },
          { user: 'mona', access: 'push' },
        ],
      }).collaborators,
    ).toEqual([
      { kind: 'team', name: 'payments', permission: 'admin', essential: true },
      { kind: 'team', name: 'support', permission: 'pull', essential: false },
      { kind: 'user', name: 'mona', permission: 'push', essential: false },
    ]);
    expect(plan({ access: 'mona' }).collaborators[0].kind).toBe('user');
    expect(plan({ access: 'acme' }).collaborators).toEqual([]);
  });

  it.each<[string, Partial<PublishInput>, string]>([
    ['no owner', { repoUrl: 'github.com?repo=x' }, 'missing owner'],
    ['another host', { repoUrl: 'gitlab.com?owner=a&repo=b' }, 'gitlab.com'],
    ['no integration', { repoUrl: 'x.y?owner=a&repo=b' }, 'No matching'],
    [
      'a path as the name',
      { repoUrl: 'github.com?owner=acme&repo=..%2Fx' },
      'the repository in repoUrl is "../x"',
    ],
    [
      'a name that GitHub would change',
      { repoUrl: 'github.com?owner=acme&repo=my%20service' },
      'my service',
    ],
    [
      'a name that is reserved',
      { repoUrl: 'github.com?owner=acme&repo=a.git' },
      'a.git',
    ],
    [
      'an option as the owner',
      { repoUrl: 'github.com?owner=--upload-pack&repo=b' },
      'the owner in repoUrl',
    ],
    ['an option as the branch', { defaultBranch: '--force' }, 'defaultBranch'],
    ['a refspec as the branch', { defaultBranch: '+a:b' }, 'defaultBranch'],
    ['a bad branch', { defaultBranch: 'a..b' }, 'defaultBranch'],
    ['a lock as the branch', { defaultBranch: 'a.lock' }, 'defaultBranch'],
    ['a foreign team', { access: 'other/team' }, 'a team of "other"'],
    [
      'a source outside',
      { sourcePath: '../../etc' },
      'leads out of the workspace',
    ],
  ])('refuses %s', (_, input, message) => {
    expect(() => plan(input)).toThrow(message);
  });

  it.each(['main', 'release/1.x', 'a_b-c'])('takes the branch %s', branch => {
    expect(plan({ defaultBranch: branch }).branch).toBe(branch);
  });
});
