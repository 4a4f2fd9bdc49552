import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubPullRequest } from '../github/types';
import { retryTransient } from '../retry/retryTransient';
import { RetryPolicy } from '../retry/types';
import { PullRequests } from './PullRequests';
import { Proposal, PullRequestOutcome, PullRequestPlan } from './types';

interface OpenOptions {
  plan: PullRequestPlan;
  proposal: Proposal;
  pullRequests: PullRequests;
  policy: RetryPolicy;
  logger: LoggerService;
  signal?: AbortSignal;
}

/**
 * Finds the pull request of a proposal or opens it. Looking comes first, so
 * that one whose opening has an unknown outcome is found. Null where the
 * target has all of it, and no pull request brought it there.
 */
export async function openPullRequest(
  options: OpenOptions,
): Promise<PullRequestOutcome | null> {
  const { plan, pullRequests, policy, logger, signal } = options;
  return await retryTransient({
    policy,
    logger,
    signal,
    subject: `Opening the pull request in ${plan.owner}/${plan.repo}`,
    attempt: async () => {
      const found = await pullRequests.find();
      if (found && (await isOfProposal(options, found))) {
        return toOutcome(found, false);
      }
      if (options.proposal.kind === 'contained') {
        return null;
      }
      const opened = await pullRequests.open();
      return opened ? toOutcome(opened, true) : null;
    },
  });
}

/** One that is open on our branch is ours; a closed one may have had other content. */
async function isOfProposal(
  options: OpenOptions,
  found: GithubPullRequest,
): Promise<boolean> {
  const { proposal, pullRequests } = options;
  return (
    found.state === 'open' ||
    proposal.kind === 'contained' ||
    (await pullRequests.firstCommit(found.number)) === proposal.commitHash
  );
}

function toOutcome(
  pull: GithubPullRequest,
  opened: boolean,
): PullRequestOutcome {
  const closedState = pull.merged_at ? 'merged' : 'closed';
  return {
    number: pull.number,
    url: pull.html_url,
    state: pull.state === 'open' ? 'open' : closedState,
    opened,
    reviewers: (pull.requested_reviewers ?? []).map(({ login }) => login),
    teamReviewers: (pull.requested_teams ?? []).map(({ slug }) => slug),
    labels: pull.labels.map(({ name }) => name),
  };
}
