import { Config } from '@backstage/config';
import {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { temporaryRoot } from '@perennial/plugin-perennial-node';
import { GitRemote } from '../../lib/git/GitRemote';
import { IsolatedGit } from '../../lib/git/IsolatedGit';
import { GithubClient } from '../../lib/github/GithubClient';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { resolveInWorkspace } from '../../lib/guards/resolveInWorkspace';
import {
  existingRepoUrlInput,
  text,
  tokenInput,
} from '../../lib/repository/inputProperties';
import { readTarget } from '../../lib/repository/readTarget';
import { readToken } from '../../lib/repository/readToken';
import {
  apiBaseUrlOf,
  checkBranchName,
  formatRepositoryAddress,
  parseRepositoryAddress,
} from '../../lib/repository/repositoryAddress';
import { emptyFolder, writeFiles } from '../../lib/repository/writeFiles';
import {
  DEFAULT_RETRY_POLICY,
  retryTransient,
} from '../../lib/retry/retryTransient';
import { RetryPolicy } from '../../lib/retry/types';
import { examples } from './repositoryFetch.examples';

/**
 * Options of {@link createRepositoryFetchAction}.
 *
 * @public
 */
export interface RepositoryFetchActionOptions {
  integrations: ScmIntegrations;
  config: Config;
  githubCredentialsProvider: GithubCredentialsProvider;
  /** How patiently GitHub is asked again. Members left out keep their defaults. */
  retry?: Partial<RetryPolicy>;
}

/**
 * Creates the action `perennial:repository:fetch`: the files of an existing
 * repository, and the commit that they are of.
 *
 * @public
 */
export function createRepositoryFetchAction(
  options: RepositoryFetchActionOptions,
) {
  const { integrations, config, githubCredentialsProvider } = options;
  const policy = { ...DEFAULT_RETRY_POLICY, ...options.retry };
  return createTemplateAction({
    id: 'perennial:repository:fetch',
    description:
      'Fetches the files of an existing GitHub repository into a folder of the workspace, byte for byte and with their exec bits, and tells which commit they are of. Links and submodules are left out. Reads only.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: existingRepoUrlInput,
        branch: text('Branch to fetch. Default: the default branch'),
        targetPath: text(
          'Folder of the workspace for the files; what is in it is replaced. Default: the whole workspace',
        ),
        token: tokenInput,
      },
      output: {
        commitHash: z =>
          z.string({ description: 'Commit that the files are of' }),
        branch: z => z.string({ description: 'Branch that was fetched' }),
        repoUrl: z =>
          z.string({
            description:
              'The repository in the format of RepoUrlPicker, for steps after this one',
          }),
        repositoryUrl: z =>
          z.string({ description: 'Page of the repository on GitHub' }),
      },
    },
    async handler(ctx) {
      refuseUnrendered(ctx.input);
      const { input, logger, signal } = ctx;
      const address = parseRepositoryAddress(input.repoUrl, integrations);
      const branch = input.branch && checkBranchName('branch', input.branch);
      const folder = resolveInWorkspace({
        workspacePath: ctx.workspacePath,
        input: 'targetPath',
        value: input.targetPath,
      });
      const token = await readToken({
        address,
        token: input.token,
        config,
        githubCredentialsProvider,
      });
      await emptyFolder(folder);
      const git = await IsolatedGit.create({
        workTree: folder,
        temporaryRoot: temporaryRoot(config),
      });
      const remoteOf = (url: string) =>
        new GitRemote({
          git,
          url,
          token,
          pushTimeoutMs: policy.pushTimeoutMs,
        });
      try {
        const found = await readTarget({
          address,
          branch,
          github: GithubClient.create({
            baseUrl: apiBaseUrlOf(integrations, address),
            token,
            policy,
            logger,
          }),
          remoteOf,
          policy,
          logger,
          signal,
        });
        await retryTransient({
          policy,
          logger,
          signal,
          subject: `Fetching ${address.owner}/${address.repo}`,
          attempt: () =>
            remoteOf(found.cloneUrl).fetch({ hash: found.commit, depth: 1 }),
        });
        const count = await writeFiles(git, found.commit);
        logger.info(
          `Fetched ${count} files of ${found.htmlUrl}, branch ${found.branch} at ${found.commit}`,
        );
        ctx.output('commitHash', found.commit);
        ctx.output('branch', found.branch);
        ctx.output('repoUrl', formatRepositoryAddress(address));
        ctx.output('repositoryUrl', found.htmlUrl);
      } finally {
        await git.dispose();
      }
    },
  });
}
