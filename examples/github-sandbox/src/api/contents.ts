import { readCommit } from '../git/commits';
import { findEntry, listTree, readBlob } from '../git/objects';
import { cleanPath, type TreeEntry } from '../git/objects';
import { resolveCommit } from '../git/refs';
import type { JsonObject, RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import { readableRepository } from './authentication';
import { removeFile, writeFile } from './contentWrites';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const MAXIMUM_JSON_BYTES = 100 * 1024 * 1024;

const TYPES: Record<TreeEntry['type'], string> = {
  blob: 'file',
  tree: 'dir',
  commit: 'submodule',
};

function typeOf(entry: TreeEntry): string {
  return entry.mode === '120000' ? 'symlink' : TYPES[entry.type];
}

/** A file or folder as the contents routes present it, without its content. */
export function presentEntry(
  context: Pick<ApiContext, 'urls'>,
  record: RepositoryRecord,
  ref: string,
  entry: TreeEntry,
): JsonObject {
  const { urls } = context;
  const repository = ['repos', record.owner, record.name];
  const folder = entry.type === 'tree';
  const self = `${urls.api(...repository, 'contents', entry.path)}?ref=${ref}`;
  const git = urls.api(
    ...repository,
    'git',
    folder ? 'trees' : 'blobs',
    entry.sha,
  );
  const html = urls.page(
    record.owner,
    record.name,
    folder ? 'tree' : 'blob',
    ref,
    entry.path,
  );
  return {
    name: entry.path.split('/').pop() ?? '',
    path: entry.path,
    sha: entry.sha,
    size: entry.size ?? 0,
    url: self,
    html_url: html,
    git_url: git,
    download_url:
      entry.type === 'blob'
        ? urls.raw(record.owner, record.name, ref, entry.path)
        : null,
    type: typeOf(entry),
    _links: { self, git, html },
  };
}

/** The commit of `?ref=`, or the default branch. */
async function commitOf(context: ApiContext, record: RepositoryRecord) {
  const ref = context.query.get('ref') || record.defaultBranch;
  const commit = await resolveCommit(context.store.git(record), ref);
  if (!commit) {
    throw context.query.get('ref')
      ? new ApiError(404, `No commit found for the ref ${ref}`)
      : notFound();
  }
  return { ref, commit };
}

async function presentFile(
  context: ApiContext,
  record: RepositoryRecord,
  at: { ref: string; commit: string },
  entry: TreeEntry,
): Promise<ApiAnswer> {
  const git = context.store.git(record);
  const content =
    entry.type === 'blob' ? await readBlob(git, entry.sha) : Buffer.alloc(0);
  const { committer } = await readCommit(git, at.commit);
  const headers = {
    ETag: `"${entry.sha}"`,
    'Last-Modified': new Date(committer.date).toUTCString(),
    'Cache-Control': 'private, max-age=0, must-revalidate',
  };
  if (/\.raw(\+json)?\b/.test(context.accept)) {
    return {
      status: 200,
      bytes: content,
      headers: {
        ...headers,
        'Content-Type': 'application/vnd.github.v3.raw; charset=utf-8',
      },
    };
  }
  if (content.length > MAXIMUM_JSON_BYTES) {
    throw new ApiError(403, 'This API returns blobs up to 100 MB in size.', [
      { resource: 'Blob', field: 'data', code: 'too_large' },
    ]);
  }
  const body = presentEntry(context, record, at.ref, entry);
  if (body.type === 'symlink') {
    return {
      status: 200,
      headers,
      body: { ...body, target: content.toString() },
    };
  }
  if (body.type === 'submodule') {
    return { status: 200, body: { ...body, submodule_git_url: null } };
  }
  return {
    status: 200,
    headers,
    body: {
      ...body,
      content: content.toString('base64').replace(/(.{60})/g, '$1\n'),
      encoding: 'base64',
    },
  };
}

async function read(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const at = await commitOf(context, record);
  const path = cleanPath(context.params.path ?? '');
  const entry =
    path === undefined ? undefined : await findEntry(git, at.commit, path);
  if (!entry) {
    throw notFound();
  }
  if (entry.type !== 'tree') {
    return presentFile(context, record, at, entry);
  }
  const entries = await listTree(git, entry.sha);
  const body = entries.map(child =>
    presentEntry(context, record, at.ref, {
      ...child,
      path: entry.path ? `${entry.path}/${child.path}` : child.path,
    }),
  );
  return { status: 200, body, headers: { ETag: `"${entry.sha}"` } };
}

async function readReadme(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const at = await commitOf(context, record);
  const entries = await listTree(context.store.git(record), at.commit);
  const readme = entries.find(({ path }) => /^readme(\.\w+)?$/i.test(path));
  if (!readme) {
    throw notFound();
  }
  return presentFile(context, record, at, readme);
}

/** Files and folders of a repository. */
export const contentRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/readme',
    handler: readReadme,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/contents/{path}',
    handler: read,
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/contents/{path}',
    handler: writeFile,
  },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}/contents/{path}',
    handler: removeFile,
  },
];
