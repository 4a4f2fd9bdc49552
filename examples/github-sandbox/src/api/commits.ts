import { createGzip } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import {
  countCommits,
  listCommits,
  mergeBase,
  readCommit,
} from '../git/commits';
import { EMPTY_TREE, listChanges, unifiedDiff } from '../git/diff';
import { cleanPath } from '../git/objects';
import { listRefs, resolveCommit } from '../git/refs';
import type { RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import { readableRepository } from './authentication';
import { linkHeader, pageOf } from './pagination';
import { presentCommit, presentFileChange } from './present/commits';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

/** The commit that a ref in a request stands for. */
export async function requireCommit(
  context: ApiContext,
  record: RepositoryRecord,
  ref: string,
): Promise<string> {
  const git = context.store.git(record);
  const commit = await resolveCommit(git, ref);
  if (commit) {
    return commit;
  }
  if ((await listRefs(git, 'refs/heads/')).length === 0) {
    throw new ApiError(409, 'Git Repository is empty.');
  }
  throw new ApiError(422, `No commit found for SHA: ${ref}`);
}

async function list(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const ref = context.query.get('sha') || record.defaultBranch;
  const path = cleanPath(context.query.get('path') ?? '') || undefined;
  let from: string;
  try {
    from = await requireCommit(context, record, ref);
  } catch (error) {
    // A list, unlike one commit, is simply not there for an unknown ref.
    throw error instanceof ApiError && error.status === 422
      ? notFound()
      : error;
  }
  const { page, size } = pageOf(context);
  const [commits, total] = await Promise.all([
    listCommits(git, { from, path, limit: size, skip: (page - 1) * size }),
    countCommits(git, { from, path }),
  ]);
  return {
    status: 200,
    headers: linkHeader(context, total),
    body: commits.map(commit => presentCommit(context, record, commit)),
  };
}

async function read(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const sha = await requireCommit(context, record, context.params.ref);
  if (/\.sha\b/.test(context.accept)) {
    return {
      status: 200,
      bytes: Buffer.from(sha),
      headers: { 'Content-Type': 'application/vnd.github.sha; charset=utf-8' },
    };
  }
  const commit = await readCommit(git, sha);
  const parent = commit.parents[0] ?? EMPTY_TREE;
  if (/\.(diff|patch)\b/.test(context.accept)) {
    return {
      status: 200,
      bytes: Buffer.from(await unifiedDiff(git, parent, sha)),
      headers: { 'Content-Type': 'application/vnd.github.diff; charset=utf-8' },
    };
  }
  const changes = await listChanges(git, parent, sha);
  const additions = changes.reduce((sum, each) => sum + each.additions, 0);
  const deletions = changes.reduce((sum, each) => sum + each.deletions, 0);
  return {
    status: 200,
    body: {
      ...presentCommit(context, record, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: changes.map(change =>
        presentFileChange(
          context,
          record,
          { before: parent, after: sha },
          change,
        ),
      ),
    },
  };
}

function comparisonStatus(ahead: number, behind: number): string {
  if (ahead > 0) {
    return behind > 0 ? 'diverged' : 'ahead';
  }
  return behind > 0 ? 'behind' : 'identical';
}

async function compare(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const [baseName, headName] = context.params.basehead
    .split('...')
    .map(name => name.replace(/^[^:]+:/, ''));
  if (!baseName || !headName) {
    throw notFound();
  }
  const base = await resolveCommit(git, baseName);
  const head = await resolveCommit(git, headName);
  const common = base && head && (await mergeBase(git, base, head));
  if (!common) {
    throw notFound();
  }
  const ahead = await listCommits(git, {
    from: head,
    except: base,
    oldestFirst: true,
  });
  const behind = await countCommits(git, { from: base, except: head });
  const status = comparisonStatus(ahead.length, behind);
  const { urls } = context;
  const range = `${baseName}...${headName}`;
  const html = urls.page(record.owner, record.name, 'compare', range);
  const changes = await listChanges(git, common, head);
  return {
    status: 200,
    body: {
      url: urls.api('repos', record.owner, record.name, 'compare', range),
      html_url: html,
      permalink_url: urls.page(
        record.owner,
        record.name,
        'compare',
        `${base}...${head}`,
      ),
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: presentCommit(context, record, await readCommit(git, base)),
      merge_base_commit: presentCommit(
        context,
        record,
        await readCommit(git, common),
      ),
      status,
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: ahead.map(commit => presentCommit(context, record, commit)),
      files: changes.map(change =>
        presentFileChange(
          context,
          record,
          { before: common, after: head },
          change,
        ),
      ),
    },
  };
}

/** Archives have one top folder, named as GitHub names it. */
function archive(format: 'tar' | 'zip') {
  return async (context: ApiContext): Promise<ApiAnswer> => {
    const record = readableRepository(context);
    const git = context.store.git(record);
    const sha = await resolveCommit(
      git,
      context.params.ref || record.defaultBranch,
    );
    if (!sha) {
      throw notFound();
    }
    const folder = `${record.owner}-${record.name}-${sha.slice(0, 7)}`;
    const extension = format === 'tar' ? 'tar.gz' : 'zip';
    return {
      status: 200,
      headers: {
        'Content-Type':
          format === 'tar' ? 'application/x-gzip' : 'application/zip',
        'Content-Disposition': `attachment; filename=${folder}.${extension}`,
        ETag: `"${sha}"`,
      },
      stream: async response => {
        const child = git.start([
          'archive',
          `--format=${format}`,
          `--prefix=${folder}/`,
          sha,
        ]);
        child.stderr.resume();
        child.stdin.end();
        // Node compresses: older versions of Git would run gzip through a shell.
        await (format === 'tar'
          ? pipeline(child.stdout, createGzip(), response)
          : pipeline(child.stdout, response));
      },
    };
  };
}

/** Commits, comparisons and archives. The status routes come before: they are longer. */
export const commitRoutes: ApiRoute[] = [
  { method: 'GET', template: '/repos/{owner}/{repo}/commits', handler: list },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}',
    handler: read,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/compare/{basehead}',
    handler: compare,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/tarball/{ref}',
    handler: archive('tar'),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/zipball/{ref}',
    handler: archive('zip'),
  },
];
