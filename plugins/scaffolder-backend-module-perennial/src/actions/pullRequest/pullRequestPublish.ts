import { Config } from '@backstage/config';
import {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { temporaryRoot } from '@perennial/plugin-perennial-node';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { PullRequestPublisher } from '../../lib/pullRequest/PullRequestPublisher';
import {
  pullRequestInput,
  pullRequestOutput,
} from '../../lib/pullRequest/inputProperties';
import { planPullRequest } from '../../lib/pullRequest/planPullRequest';
import {
  dryRunOutputs,
  RunOutputs,
  runOutputs,
} from '../../lib/pullRequest/runOutputs';
import {
  Proposal,
  PullRequestBase,
  PullRequestOutcome,
} from '../../lib/pullRequest/types';
import { readToken } from '../../lib/repository/readToken';
import { apiBaseUrlOf } from '../../lib/repository/repositoryAddress';
import { DEFAULT_RETRY_POLICY } from '../../lib/retry/retryTransient';
import { RetryPolicy } from '../../lib/retry/types';
import { examples } from './pullRequestPublish.examples';

/**
 * Options of {@link createPullRequestPublishAction}.
 *
 * @public
 */
export interface PullRequestPublishActionOptions {
  integrations: ScmIntegrations;
  config: Config;
  githubCredentialsProvider: GithubCredentialsProvider;
  /** How patiently GitHub is asked again. Members left out keep their defaults. */
  retry?: Partial<RetryPolicy>;
}

/**
 * Creates the action `perennial:pull-request:publish`: one branch with one
 * commit and one pull request, however often and however concurrently a task
 * runs it.
 *
 * @public
 */
export function createPullRequestPublishAction(
  options: PullRequestPublishActionOptions,
) {
  const { integrations, config, githubCredentialsProvider } = options;
  const policy = { ...DEFAULT_RETRY_POLICY, ...options.retry };
  return createTemplateAction({
    id: 'perennial:pull-request:publish',
    description:
      'Proposes the files of the workspace to an existing GitHub repository: one branch, one commit, one pull request, with one push and a constant number of API calls. Safe to repeat: a retried, recovered or doubled task ends with the same pull request. Never overwrites anything.',
    examples,
    supportsDryRun: true,
    schema: { input: pullRequestInput, output: pullRequestOutput },
    async handler(ctx) {
      refuseUnrendered(ctx.input);
      const { token: inputToken, ...input } = ctx.input;
      const plan = planPullRequest({
        input,
        config,
        integrations,
        workspacePath: ctx.workspacePath,
      });
      const emit = (outputs: RunOutputs) => {
        ctx.logger.info(outputs.message);
        ctx.output('remoteUrl', outputs.remoteUrl);
        ctx.output('pullRequestNumber', outputs.pullRequestNumber);
        ctx.output('pullRequestState', outputs.pullRequestState);
        ctx.output('targetBranchName', outputs.targetBranchName);
        ctx.output('branch', outputs.branch);
        ctx.output('commitHash', outputs.commitHash);
        ctx.output('unchanged', outputs.unchanged);
      };
      if (ctx.isDryRun) {
        emit(dryRunOutputs(plan));
        return;
      }
      const publisher = PullRequestPublisher.create({
        plan,
        apiBaseUrl: apiBaseUrlOf(integrations, plan),
        token: await readToken({
          address: plan,
          token: inputToken,
          config,
          githubCredentialsProvider,
        }),
        policy,
        logger: ctx.logger,
        signal: ctx.signal,
        temporaryRoot: temporaryRoot(config),
      });
      // A checkpoint is known by its step and key alone, so the key names the
      // branch: a step with `each` may open several.
      const key = `pull-request.${plan.host}.${plan.owner}.${plan.repo}.${plan.branch}`;
      try {
        const base = await ctx.checkpoint<PullRequestBase>({
          key: `${key}.base`,
          fn: () => publisher.start(),
        });
        const proposal = await ctx.checkpoint<Proposal>({
          key: `${key}.push`,
          fn: () => publisher.propose(base),
        });
        const outcome = await ctx.checkpoint<PullRequestOutcome | null>({
          key: `${key}.open`,
          fn: () => publisher.open(base, proposal),
        });
        await ctx.checkpoint({
          key: `${key}.settle`,
          fn: () => publisher.settle(outcome),
        });
        emit(runOutputs({ plan, base, proposal, outcome }));
      } finally {
        await publisher.dispose();
      }
    },
  });
}
