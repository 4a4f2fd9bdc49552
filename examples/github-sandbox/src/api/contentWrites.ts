import { readCommit } from '../git/commits';
import type { Git } from '../git/Git';
import {
  cleanPath,
  findEntry,
  writeBlob,
  type TreeChange,
} from '../git/objects';
import { isValidRefName, listRefs, readRef } from '../git/refs';
import type { RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import { requireViewer, writableRepository } from './authentication';
import { commitOnBranch } from './branchCommit';
import { presentEntry } from './contents';
import { optionalObject, optionalText, requiredText } from './input';
import { presentGitCommit } from './present/commits';
import { afterRefChange } from './refEffects';
import { signatureFrom, signatureOf } from './signature';
import type { ApiAnswer, ApiContext } from './types';

/** The branch to write to, and its commit; only an empty repository may lack it. */
async function targetOf(
  context: ApiContext,
  record: RepositoryRecord,
  git: Git,
) {
  const branch = optionalText(context.body, 'branch') ?? record.defaultBranch;
  const tip = isValidRefName(branch)
    ? await readRef(git, `refs/heads/${branch}`)
    : undefined;
  if (
    !tip &&
    (!isValidRefName(branch) || (await listRefs(git, 'refs/heads/')).length > 0)
  ) {
    throw new ApiError(404, `Branch ${branch} not found`);
  }
  return { branch, tip: tip?.sha };
}

function pathOf(context: ApiContext): string {
  const path = cleanPath(context.params.path);
  if (!path) {
    throw new ApiError(422, 'path contains a malformed path component');
  }
  return path;
}

/** A writer that read an older file must not overwrite the newer one. */
function checkSha(path: string, given: string | undefined, actual: string) {
  if (given === undefined) {
    throw new ApiError(422, `Invalid request.\n\n"sha" wasn't supplied.`);
  }
  if (given !== actual) {
    throw new ApiError(409, `${path} does not match ${given}`);
  }
}

async function commit(
  context: ApiContext,
  git: Git,
  branch: string,
  change: TreeChange,
) {
  const fallback = signatureOf(requireViewer(context));
  const committer = signatureFrom(
    optionalObject(context.body, 'committer'),
    fallback,
  );
  const sha = await commitOnBranch(git, {
    branch,
    changes: [change],
    message: requiredText(context.body, 'message', 'Commit'),
    committer,
    author: signatureFrom(optionalObject(context.body, 'author'), committer),
  });
  return readCommit(git, sha);
}

/** PUT: makes or replaces a file in a commit of its own. */
export async function writeFile(context: ApiContext): Promise<ApiAnswer> {
  const path = pathOf(context);
  const content = context.body.content;
  if (typeof content !== 'string') {
    throw new ApiError(422, `Invalid request.\n\n"content" wasn't supplied.`);
  }
  return context.store.update(
    writableRepository(context),
    async (draft, git) => {
      const { branch, tip } = await targetOf(context, draft, git);
      const existing = tip ? await findEntry(git, tip, path) : undefined;
      if (existing?.type === 'tree') {
        throw new ApiError(422, `${path} is a directory`);
      }
      if (existing) {
        checkSha(path, optionalText(context.body, 'sha'), existing.sha);
      }
      const bytes = Buffer.from(content, 'base64');
      const entry = {
        path,
        mode: existing?.mode ?? '100644',
        sha: await writeBlob(git, bytes),
      };
      const made = await commit(context, git, branch, entry);
      await afterRefChange(draft, git);
      return {
        status: existing ? 200 : 201,
        body: {
          content: presentEntry(context, draft, branch, {
            ...entry,
            type: 'blob',
            size: bytes.length,
          }),
          commit: presentGitCommit(context, draft, made),
        },
      };
    },
  );
}

/** DELETE: removes a file in a commit of its own. */
export async function removeFile(context: ApiContext): Promise<ApiAnswer> {
  const path = pathOf(context);
  for (const key of ['sha', 'message', 'branch']) {
    // Clients may send these as a query, because this is a DELETE.
    context.body[key] ??= context.query.get(key) ?? undefined;
  }
  return context.store.update(
    writableRepository(context),
    async (draft, git) => {
      const { branch, tip } = await targetOf(context, draft, git);
      const existing = tip ? await findEntry(git, tip, path) : undefined;
      if (!existing || existing.type === 'tree') {
        throw notFound();
      }
      checkSha(path, optionalText(context.body, 'sha'), existing.sha);
      const made = await commit(context, git, branch, { path, removed: true });
      await afterRefChange(draft, git);
      return {
        status: 200,
        body: { content: null, commit: presentGitCommit(context, draft, made) },
      };
    },
  );
}
