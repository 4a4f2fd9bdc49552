import { runPullRequest, PullRequestOutputs } from './runPullRequest';
import { Call, faultControls } from './faults';
import { CHANGES, setUpPullRequests } from './setUpPullRequests';

/** Every call of a first run with all inputs, in order; `R` stands for the repository. */
export const PULL_REQUEST_CALLS: Call[] = [
  ['look', 'GET', /^\/api\/v3\/repos\/acme\/R$/],
  ['branches of the base', 'GET', /\/R\.git\/info\/refs\?.*upload-pack$/],
  ['base', 'POST', /\/R\.git\/git-upload-pack$/],
  ['branches', 'GET', /\/R\.git\/info\/refs\?.*upload-pack$/, 1],
  ['head', 'POST', /\/R\.git\/git-upload-pack$/, 1],
  ['references', 'GET', /\/R\.git\/info\/refs\?.*upload-pack$/, 2],
  ['fetch', 'POST', /\/R\.git\/git-upload-pack$/, 2],
  ['find', 'GET', /^\/api\/v3\/repos\/acme\/R\/pulls\?/],
  ['references to push', 'GET', /\/R\.git\/info\/refs\?.*receive-pack$/],
  ['push', 'POST', /\/R\.git\/git-receive-pack$/],
  ['find again', 'GET', /^\/api\/v3\/repos\/acme\/R\/pulls\?/, 1],
  ['open', 'POST', /^\/api\/v3\/repos\/acme\/R\/pulls$/],
  ['reviewers', 'POST', /\/R\/pulls\/1\/requested_reviewers$/],
  ['labels', 'POST', /\/R\/issues\/1\/labels$/],
];

/** Names of the calls, in order. */
export const PULL_REQUEST_CALL_NAMES = PULL_REQUEST_CALLS.map(([name]) => name);

/** {@link setUpPullRequests}, with a GitHub that fails on command. */
export function setUpFaultyPullRequests() {
  const pullRequests = setUpPullRequests();
  const controls = faultControls({
    calls: PULL_REQUEST_CALLS,
    github: () => pullRequests.github,
    repository: () => pullRequests.repository.name,
  });

  /** The one outcome that counts: one branch, one commit, one pull request with all that it has. */
  async function expectProposed(outputs: PullRequestOutputs): Promise<void> {
    const { repository } = pullRequests;
    expect(outputs).toMatchObject({
      pullRequestNumber: 1,
      pullRequestState: 'open',
      unchanged: false,
    });
    expect(await repository.changesOf(outputs.commitHash)).toEqual(CHANGES);
    expect(await repository.state()).toMatchObject({ pulls: ['#1 open'] });
    expect(await pullRequests.pull()).toMatchObject({
      commits: 1,
      head: { sha: outputs.commitHash, ref: 'add-invoices' },
      requested_reviewers: [{ login: 'octocat' }],
      requested_teams: [{ slug: 'platform' }],
      labels: [{ name: 'service' }],
    });
  }

  return {
    ...controls,
    get github() {
      return pullRequests.github;
    },
    get repository() {
      return pullRequests.repository;
    },
    get job() {
      return pullRequests.job;
    },
    expectProposed,

    /** Runs once more, as a retried task would, and expects the same pull request and commit. */
    async expectToConverge(before?: PullRequestOutputs): Promise<void> {
      pullRequests.github.faults.clear();
      const outputs = await runPullRequest(pullRequests.job);
      if (before) {
        expect(outputs).toEqual(before);
      }
      await expectProposed(outputs);
    },
  };
}
