import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
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
import { GithubOptions } from '../../lib/repository/GithubOptions';
import { RepositoryAccess } from '../../lib/repository/RepositoryAccess';
import { examples } from './pullRequestPublish.examples';

/**
 * Creates the action `perennial:pull-request:publish`: one branch with one
 * commit and one pull request, however often and however concurrently a task
 * runs it.
 *
 * @public
 */
export function createPullRequestPublishAction(options: GithubOptions) {
  const { integrations, config } = options;
  return createTemplateAction({
    id: 'perennial:pull-request:publish',
    description:
      'Proposes the files of the workspace to an existing GitHub repository: one branch, one commit, one pull request, with one push and a constant number of API calls. Safe to repeat: a retried, recovered or doubled task ends with the same pull request. Never overwrites anything.',
    examples,
    supportsDryRun: true,
    schema: { input: pullRequestInput, output: pullRequestOutput },
    async handler(ctx) {
      refuseUnrendered(ctx.input);
      const { token, ...input } = ctx.input;
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
      const access = await RepositoryAccess.open({
        ...options,
        address: plan,
        folder: plan.sourceDirectory,
        token,
        logger: ctx.logger,
        signal: ctx.signal,
      });
      const publisher = PullRequestPublisher.create({ plan, access });
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
        await access.dispose();
      }
    },
  });
}
