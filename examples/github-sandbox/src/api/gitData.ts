import { readCommit } from '../git/commits';
import type { Git } from '../git/Git';
import {
  cleanPath,
  listTree,
  readBlob,
  writeBlob,
  writeCommit,
  writeTree,
  type TreeChange,
} from '../git/objects';
import { findObject, isObjectName, listRefs } from '../git/refs';
import type { JsonObject, JsonValue, RepositoryRecord } from '../store/types';
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
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const MODES = ['100644', '100755', '040000', '160000', '120000'];

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

/** The object name of a certain type, from a text that a request holds. */
async function requireObject(
  git: Git,
  text: JsonValue | undefined,
  type: 'blob' | 'tree' | 'commit',
): Promise<string> {
  const found = isObjectName(text)
    ? await findObject(git, [type === 'tree' ? `${text}^{tree}` : text])
    : undefined;
  if (found?.type !== type) {
    const capital = type[0].toUpperCase() + type.slice(1);
    throw new ApiError(
      422,
      `${capital} SHA does not exist or is not a ${type}`,
    );
  }
  return found.sha;
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

async function treeChange(git: Git, entry: JsonValue): Promise<TreeChange> {
  if (!entry || typeof entry !== 'object' || Array.isArray(entry)) {
    throw new ApiError(422, 'Must supply an array of objects as tree');
  }
  const path = cleanPath(String(entry.path ?? ''));
  if (!path) {
    throw new ApiError(422, 'tree.path contains a malformed path component');
  }
  if (entry.sha === null) {
    return { path, removed: true };
  }
  const mode = String(entry.mode);
  if (!MODES.includes(mode)) {
    throw new ApiError(422, 'Must supply a valid tree.mode');
  }
  if (typeof entry.content === 'string') {
    return {
      path,
      mode,
      sha: await writeBlob(git, Buffer.from(entry.content)),
    };
  }
  if (mode === '160000' && isObjectName(entry.sha)) {
    return { path, mode, sha: entry.sha };
  }
  const type = mode === '040000' ? 'tree' : 'blob';
  return { path, mode, sha: await requireObject(git, entry.sha, type) };
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
    changes.push(await treeChange(git, entry));
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
