import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubClient } from '../github/GithubClient';
import { requestTolerantly } from '../github/tolerant';
import { PullRequestOutcome, PullRequestPlan } from './types';

/** Asks those for a review who were not asked yet, and adds the labels that are missing. */
export async function settlePullRequest(options: {
  plan: PullRequestPlan;
  outcome: PullRequestOutcome;
  github: GithubClient;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<void> {
  const { plan, outcome, github, logger, signal } = options;
  const repository = `/repos/${plan.owner}/${plan.repo}`;
  const reviewers = missing(plan.reviewers, outcome.reviewers);
  const teamReviewers = missing(plan.teamReviewers, outcome.teamReviewers);
  if (reviewers.length > 0 || teamReviewers.length > 0) {
    await requestTolerantly({
      github,
      logger,
      what: `Asking ${[...reviewers, ...teamReviewers].join(
        ', ',
      )} for a review`,
      request: {
        method: 'POST',
        path: `${repository}/pulls/${outcome.number}/requested_reviewers`,
        body: { reviewers, team_reviewers: teamReviewers },
        signal,
      },
    });
  }
  const labels = missing(plan.labels, outcome.labels);
  if (labels.length > 0) {
    await requestTolerantly({
      github,
      logger,
      what: 'Setting the labels',
      request: {
        method: 'POST',
        path: `${repository}/issues/${outcome.number}/labels`,
        body: { labels },
        signal,
      },
    });
  }
}

/** GitHub does not tell upper from lower case in any of these. */
function missing(wanted: string[], present: string[]): string[] {
  const known = new Set(present.map(name => name.toLowerCase()));
  return wanted.filter(name => !known.has(name.toLowerCase()));
}
