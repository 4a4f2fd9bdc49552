import fs from 'node:fs/promises';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { resolveInWorkspace } from '../../lib/guards/resolveInWorkspace';
import { GithubOptions } from '../../lib/repository/GithubOptions';
import { RepositoryAccess } from '../../lib/repository/RepositoryAccess';
import {
  existingRepoUrlInput,
  text,
  tokenInput,
} from '../../lib/repository/inputProperties';
import { readTarget } from '../../lib/repository/readTarget';
import {
  checkBranchName,
  formatRepositoryAddress,
  parseRepositoryAddress,
} from '../../lib/repository/repositoryAddress';
import { emptyFolder, writeFiles } from '../../lib/repository/writeFiles';
import { retryTransient } from '../../lib/retry/retryTransient';
import { examples } from './repositoryFetch.examples';

/**
 * Creates the action `perennial:repository:fetch`: the files of an existing
 * repository, and the commit that they are of.
 *
 * @public
 */
export function createRepositoryFetchAction(options: GithubOptions) {
  const { integrations } = options;
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
      await fs.mkdir(folder, { recursive: true });
      const access = await RepositoryAccess.open({
        ...options,
        address,
        folder,
        token: input.token,
        logger,
        signal,
      });
      const remoteOf = (url: string) => access.remoteAt(url);
      try {
        await emptyFolder(folder);
        const found = await readTarget({
          ...access,
          address,
          branch,
          remoteOf,
        });
        await retryTransient({
          policy: access.policy,
          logger,
          signal,
          subject: `Fetching ${address.owner}/${address.repo}`,
          attempt: () =>
            remoteOf(found.cloneUrl).fetch({ hash: found.commit, depth: 1 }),
        });
        const count = await writeFiles(access.git, found.commit);
        logger.info(
          `Fetched ${count} files of ${found.htmlUrl}, branch ${found.branch} at ${found.commit}`,
        );
        ctx.output('commitHash', found.commit);
        ctx.output('branch', found.branch);
        ctx.output('repoUrl', formatRepositoryAddress(address));
        ctx.output('repositoryUrl', found.htmlUrl);
      } finally {
        await access.dispose();
      }
    },
  });
}
