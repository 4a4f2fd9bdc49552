import { readCommit } from '../git/commits';
import { mergeTrees, type MergeMethod } from '../git/merge';
import { writeCommit } from '../git/objects';
import { changeRef, readRef } from '../git/refs';
import { ApiError, invalid, notFound } from './ApiError';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import { optionalText, requiredText } from './input';
import { presentCommit } from './present/commits';
import { mergePull } from './pullOperations';
import { pullIn } from './pulls';
import { afterRefChange } from './refEffects';
import { signatureOf } from './signature';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const METHODS: MergeMethod[] = ['merge', 'squash', 'rebase'];
const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';

async function merge(context: ApiContext): Promise<ApiAnswer> {
  const { body } = context;
  const record = writableRepository(context);
  const { number } = pullIn(context, record);
  const method = METHODS.find(each => each === (body.merge_method ?? 'merge'));
  if (!method) {
    throw invalid('PullRequest', 'merge_method', 'invalid');
  }
  const wish = {
    method,
    title: optionalText(body, 'commit_title'),
    message: optionalText(body, 'commit_message'),
    sha: optionalText(body, 'sha'),
  };
  const sha = await context.store.update(record, (draft, git) =>
    mergePull(context, draft, git, { number, wish }),
  );
  return {
    status: 200,
    body: { sha, merged: true, message: 'Pull Request successfully merged' },
  };
}

/** Merges the base into the head, as the button "Update branch" does. */
async function updateBranch(context: ApiContext): Promise<ApiAnswer> {
  const viewer = requireViewer(context);
  await context.store.update(
    writableRepository(context),
    async (draft, git) => {
      const pull = pullIn(context, draft);
      const expected = optionalText(context.body, 'expected_head_sha');
      if (expected !== undefined && expected !== pull.headSha) {
        throw new ApiError(
          422,
          'expected head sha didn’t match current head ref.',
        );
      }
      const base = await readRef(git, `refs/heads/${pull.baseRef}`);
      const tree = base && (await mergeTrees(git, pull.headSha, base.sha));
      if (!base || !tree) {
        throw new ApiError(422, 'merge conflict between base and head');
      }
      const author = signatureOf(viewer);
      const commit = await writeCommit(git, {
        tree,
        parents: [pull.headSha, base.sha],
        author,
        committer: author,
        message: `Merge branch '${pull.baseRef}' into ${pull.headRef}`,
      });
      await changeRef(git, `refs/heads/${pull.headRef}`, {
        to: commit,
        expected: pull.headSha,
      });
      await afterRefChange(draft, git);
    },
  );
  return {
    status: 202,
    body: {
      message: 'Updating pull request branch.',
      url: context.urls.api(
        'repos',
        context.params.owner,
        context.params.repo,
        'pulls',
        context.params.pull_number,
      ),
    },
  };
}

/** Merges: of pull requests, and of branches without one. */
export const mergeRoutes: ApiRoute[] = [
  { method: 'PUT', template: `${PULL}/merge`, handler: merge },
  { method: 'PUT', template: `${PULL}/update-branch`, handler: updateBranch },
  {
    method: 'GET',
    template: `${PULL}/merge`,
    handler: async context => {
      if (!pullIn(context, readableRepository(context)).mergedAt) {
        throw notFound();
      }
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/merges',
    handler: async context => {
      const viewer = requireViewer(context);
      const base = requiredText(context.body, 'base', 'Merge');
      const head = requiredText(context.body, 'head', 'Merge');
      return context.store.update(
        writableRepository(context),
        async (draft, git) => {
          const ours = await readRef(git, `refs/heads/${base}`);
          const theirs = await readRef(git, `refs/heads/${head}`);
          if (!ours || !theirs) {
            throw new ApiError(404, `${ours ? 'Head' : 'Base'} does not exist`);
          }
          const tree = await mergeTrees(git, ours.sha, theirs.sha);
          if (!tree) {
            throw new ApiError(409, 'Merge conflict');
          }
          const author = signatureOf(viewer);
          const sha = await writeCommit(git, {
            tree,
            parents: [ours.sha, theirs.sha],
            author,
            committer: author,
            message:
              optionalText(context.body, 'commit_message') ??
              `Merge ${head} into ${base}`,
          });
          await changeRef(git, ours.name, { to: sha, expected: ours.sha });
          await afterRefChange(draft, git);
          return {
            status: 201,
            body: presentCommit(context, draft, await readCommit(git, sha)),
          };
        },
      );
    },
  },
];
