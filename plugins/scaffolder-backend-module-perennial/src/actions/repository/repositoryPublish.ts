import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { RepositoryPublisher } from '../../lib/publish/RepositoryPublisher';
import { publishInput, publishOutput } from '../../lib/publish/inputProperties';
import { planPublish } from '../../lib/publish/planPublish';
import { PublishPlan, RepositoryClaim } from '../../lib/publish/types';
import { GithubOptions } from '../../lib/repository/GithubOptions';
import { RepositoryAccess } from '../../lib/repository/RepositoryAccess';
import { examples } from './repositoryPublish.examples';

const DRY_RUN_COMMIT = '0'.repeat(40);

/**
 * Creates the action `perennial:repository:publish`: one repository with one
 * commit, however often and however concurrently a task runs it.
 *
 * @public
 */
export function createRepositoryPublishAction(options: GithubOptions) {
  const { integrations, config } = options;
  return createTemplateAction({
    id: 'perennial:repository:publish',
    description:
      'Publishes the workspace as one commit in a new GitHub repository. Safe to repeat: a retried, recovered or doubled task ends with the same repository and the same commit. Never overwrites or deletes anything.',
    examples,
    supportsDryRun: true,
    schema: { input: publishInput, output: publishOutput },
    async handler(ctx) {
      refuseUnrendered(ctx.input);
      const { token, ...input } = ctx.input;
      const emit = (outputs: ReturnType<typeof outputsOf>) => {
        ctx.output('remoteUrl', outputs.remoteUrl);
        ctx.output('repoContentsUrl', outputs.repoContentsUrl);
        ctx.output('commitHash', outputs.commitHash);
      };
      const plan = planPublish({
        input,
        config,
        integrations,
        workspacePath: ctx.workspacePath,
        taskId: ctx.task.id,
      });
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Dry run: would publish ${plan.sourceDirectory} to the ${plan.visibility} repository ` +
            `${plan.owner}/${plan.repo} on ${plan.host}, branch ${plan.branch}`,
        );
        emit(outputsOf(plan, predictedUrls(plan), DRY_RUN_COMMIT));
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
      const publisher = RepositoryPublisher.create({ plan, access });
      // A checkpoint is known by its step and key alone, so the key names the
      // repository: a step with `each` publishes several.
      const key = `publish.${plan.host}.${plan.owner}.${plan.repo}`;
      try {
        const claim = await ctx.checkpoint<RepositoryClaim>({
          key: `${key}.claim`,
          fn: () => publisher.claim(),
        });
        const commitHash = await ctx.checkpoint<string>({
          key: `${key}.push`,
          fn: () => publisher.push(claim),
        });
        await ctx.checkpoint({
          key: `${key}.settle`,
          fn: () => publisher.settle(claim),
        });
        ctx.logger.info(`${claim.htmlUrl} holds the content as ${commitHash}`);
        emit(outputsOf(plan, claim, commitHash));
      } finally {
        await access.dispose();
      }
    },
  });
}

/** What GitHub would answer, for a dry run. */
function predictedUrls(plan: PublishPlan): PublishedUrls {
  const htmlUrl = `https://${plan.host}/${plan.owner}/${plan.repo}`;
  return { htmlUrl, cloneUrl: `${htmlUrl}.git` };
}

function outputsOf(plan: PublishPlan, urls: PublishedUrls, commitHash: string) {
  return {
    remoteUrl: urls.cloneUrl,
    repoContentsUrl: `${urls.htmlUrl}/blob/${plan.branch}`,
    commitHash,
  };
}

type PublishedUrls = Pick<RepositoryClaim, 'cloneUrl' | 'htmlUrl'>;
