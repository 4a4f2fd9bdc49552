import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubClient } from '../github/GithubClient';
import { requestTolerantly } from '../github/tolerant';
import { GithubRequest } from '../github/types';
import { PublishPlan, RepositoryClaim } from './types';

/**
 * Gives the repository its people, topics, protection and, as the very last
 * thing, its homepage: until then it bears the task's mark, and a retried task
 * takes all of this up again. Every call sets a state, none adds to one.
 */
export async function settleRepository(options: {
  plan: PublishPlan;
  claim: RepositoryClaim;
  github: GithubClient;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<void> {
  const { plan, claim, github, logger, signal } = options;
  const repository = `/repos/${plan.owner}/${plan.repo}`;
  const attempt = (what: string, request: GithubRequest) =>
    requestTolerantly({
      github,
      logger,
      what,
      request: { ...request, signal },
    });

  for (const collaborator of plan.collaborators) {
    const name = encodeURIComponent(collaborator.name);
    const request: GithubRequest = {
      method: 'PUT',
      path:
        collaborator.kind === 'team'
          ? `/orgs/${plan.owner}/teams/${name}${repository}`
          : `${repository}/collaborators/${name}`,
      body: { permission: collaborator.permission },
    };
    if (collaborator.essential) {
      await github.request({ ...request, signal });
    } else {
      await attempt(
        `Access of the ${collaborator.kind} ${collaborator.name}`,
        request,
      );
    }
  }
  if (plan.topics.length > 0) {
    await attempt('Setting the topics', {
      method: 'PUT',
      path: `${repository}/topics`,
      body: { names: plan.topics },
    });
  }
  if (plan.protection) {
    await attempt(`Protecting the branch ${plan.branch}`, {
      method: 'PUT',
      path: `${repository}/branches/${encodeURIComponent(
        plan.branch,
      )}/protection`,
      body: {
        enforce_admins: true,
        restrictions: null,
        required_pull_request_reviews: {
          required_approving_review_count:
            plan.protection.requiredApprovingReviewCount,
          require_code_owner_reviews: plan.protection.requireCodeOwnerReviews,
        },
        required_status_checks: {
          strict: true,
          contexts: plan.protection.requiredStatusCheckContexts,
        },
      },
    });
  }
  await github.request({
    method: 'PATCH',
    path: repository,
    signal,
    body: {
      homepage: plan.homepage,
      // What a task before this one created was described by that one's input.
      description: plan.description,
      ...plan.settings,
      ...(claim.defaultBranch !== plan.branch && {
        default_branch: plan.branch,
      }),
    },
  });
}
