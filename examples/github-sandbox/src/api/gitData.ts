import { readCommit } from '../git/commits';
import {
  listTree,
  readBlob,
  writeBlob,
  writeCommit,
  writeTree,
  type TreeChange,
} from '../git/objects';
import { findObject, isObjectName, listRefs } from '../git/refs';
import type { JsonObject, RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import {
  optionalObject,
  optionalText,
  optionalTexts,
  requiredText,
} from './input';
import { nodeId } from './present/accounts';
import { presentGitCommit } from './present/commits';
import { signatureFrom, signatureOf } from './signature';
import { readTreeChange, requireObject } from './treeInput';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

/** GitHub's Git database is closed until the repository has its first commit. */
async function openDatabase(context: ApiContext) {
  const record = writableRepository(context);
  const git = context.store.git(record);
  if ((await listRefs(git, 'refs/')).length === 0) {
    throw new ApiError(409, 'Git Repository is empty.');
  }
  return { record, git };
}

function gitUrl(
  context: ApiContext,
  record: RepositoryRecord,
  kind: string,
  sha: string,
): string {
  const { owner, name } = record;
  return context.urls.api('repos', owner, name, 'git', kind, sha);
}

async function createBlob(context: ApiContext): Promise<ApiAnswer> {
  const { record, git } = await openDatabase(context);
  const { content } = context.body;
  const encoding = optionalText(context.body, 'encoding') ?? 'utf-8';
  if (typeof content !== 'string' || !['utf-8', 'base64'].includes(encoding)) {
    throw new ApiError(
      422,
      'Invalid request.\n\n"content" or "encoding" is wrong.',
    );
  }
  const bytes = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
  const sha = await writeBlob(git, bytes);
  const url = gitUrl(context, record, 'blobs', sha);
  return { status: 201, body: { sha, url }, headers: { Location: url } };
}

async function getBlob(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const sha = context.params.file_sha;
  const found = isObjectName(sha) ? await findObject(git, [sha]) : undefined;
  if (found?.type !== 'blob') {
    throw notFound();
  }
  const content = await readBlob(git, sha);
  if (/\.raw(\+json)?\b/.test(context.accept)) {
    return { status: 200, bytes: content, headers: { ETag: `"${sha}"` } };
  }
  return {
    status: 200,
    headers: { ETag: `"${sha}"` },
    body: {
      sha,
      node_id: nodeId('Blob', `${record.id}:${sha}`),
      size: content.length,
      url: gitUrl(context, record, 'blobs', sha),
      content: content.toString('base64').replace(/(.{60})/g, '$1\n'),
      encoding: 'base64',
    },
  };
}

async function presentTree(
  context: ApiContext,
  record: RepositoryRecord,
  sha: string,
  recursive: boolean,
): Promise<JsonObject> {
  const entries = await listTree(context.store.git(record), sha, { recursive });
  return {
    sha,
    url: gitUrl(context, record, 'trees', sha),
    tree: entries.map(entry => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size !== undefined && { size: entry.size }),
      ...(entry.type !== 'commit' && {
        url: gitUrl(context, record, `${entry.type}s`, entry.sha),
      }),
    })),
    truncated: false,
  };
}

async function getTree(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const name = context.params.tree_sha;
  const found = /^[\w./-]+$/.test(name)
    ? await findObject(context.store.git(record), [
        `refs/heads/${name}^{tree}`,
        ...(isObjectName(name) ? [`${name}^{tree}`] : []),
      ])
    : undefined;
  if (!found) {
    throw notFound();
  }
  // Any value, even "false", means yes: so it is on GitHub.
  const recursive = Boolean(context.query.get('recursive'));
  return {
    status: 200,
    body: await presentTree(context, record, found.sha, recursive),
  };
}

async function createTree(context: ApiContext): Promise<ApiAnswer> {
  const { record, git } = await openDatabase(context);
  const { tree } = context.body;
  if (!Array.isArray(tree) || tree.length === 0) {
    throw new ApiError(422, 'Invalid tree info');
  }
  const base = context.body.base_tree
    ? await requireObject(git, context.body.base_tree, 'tree')
    : undefined;
  const changes: TreeChange[] = [];
  for (const entry of tree) {
    changes.push(await readTreeChange(git, entry));
  }
  const sha = await writeTree(git, base, changes);
  return {
    status: 201,
    body: await presentTree(context, record, sha, false),
    headers: { Location: gitUrl(context, record, 'trees', sha) },
  };
}

async function createCommit(context: ApiContext): Promise<ApiAnswer> {
  const { record, git } = await openDatabase(context);
  const { body } = context;
  const tree = await requireObject(git, body.tree, 'tree');
  const parents: string[] = [];
  for (const parent of optionalTexts(body, 'parents') ?? []) {
    parents.push(await requireObject(git, parent, 'commit'));
  }
  const fallback = signatureOf(requireViewer(context));
  const author = signatureFrom(optionalObject(body, 'author'), fallback);
  const sha = await writeCommit(git, {
    tree,
    parents,
    author,
    committer: signatureFrom(optionalObject(body, 'committer'), author),
    message: requiredText(body, 'message', 'Commit'),
  });
  const commit = presentGitCommit(context, record, await readCommit(git, sha));
  return {
    status: 201,
    body: commit,
    headers: { Location: String(commit.url) },
  };
}

async function getCommit(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const sha = context.params.commit_sha;
  const found = isObjectName(sha) ? await findObject(git, [sha]) : undefined;
  if (found?.type !== 'commit') {
    throw notFound();
  }
  const commit = await readCommit(git, sha);
  return { status: 200, body: presentGitCommit(context, record, commit) };
}

const GIT = '/repos/{owner}/{repo}/git';

/** Blobs, trees and commits, one by one. */
export const gitDataRoutes: ApiRoute[] = [
  { method: 'POST', template: `${GIT}/blobs`, handler: createBlob },
  { method: 'GET', template: `${GIT}/blobs/{file_sha}`, handler: getBlob },
  { method: 'POST', template: `${GIT}/trees`, handler: createTree },
  { method: 'GET', template: `${GIT}/trees/{tree_sha}`, handler: getTree },
  { method: 'POST', template: `${GIT}/commits`, handler: createCommit },
  {
    method: 'GET',
    template: `${GIT}/commits/{commit_sha}`,
    handler: getCommit,
  },
];
