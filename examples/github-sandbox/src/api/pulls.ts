import { unifiedDiff } from '../git/diff';
import { readRef } from '../git/refs';
import type { PullRequest, RepositoryRecord } from '../store/types';
import { invalid, notFound } from './ApiError';
import { readableRepository, writableRepository } from './authentication';
import { optionalText, requiredText } from './input';
import { paginate } from './pagination';
import { presentCommit, presentFileChange } from './present/commits';
import { presentFullPull, presentPull } from './present/pulls';
import { examinePull, openPull } from './pullOperations';
import { timestamp } from './time';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';

/** The pull request in the path. */
export function pullIn(
  context: ApiContext,
  record: RepositoryRecord,
): PullRequest {
  const number = Number(
    context.params.pull_number ?? context.params.issue_number,
  );
  const pull = record.pulls.find(each => each.number === number);
  if (!pull) {
    throw notFound();
  }
  return pull;
}

async function list(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const state = context.query.get('state') ?? 'open';
  const head = context.query.get('head');
  const base = context.query.get('base');
  const key = context.query.get('sort') === 'updated' ? 'updatedAt' : 'number';
  const ascending = context.query.get('direction') === 'asc';
  const pulls = record.pulls
    .filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        (!head ||
          [pull.headRef, `${record.owner}:${pull.headRef}`].includes(head)) &&
        (!base || pull.baseRef === base),
    )
    .sort((one, other) => (one[key] < other[key] === ascending ? -1 : 1));
  const { items, headers } = paginate(context, pulls);
  return {
    status: 200,
    headers,
    body: items.map(pull => presentPull(context, record, pull)),
  };
}

async function answerWith(
  context: ApiContext,
  record: RepositoryRecord,
  pull: PullRequest,
  status = 200,
): Promise<ApiAnswer> {
  const found = await examinePull(context.store.git(record), pull);
  const body = presentFullPull(context, record, pull, found);
  return {
    status,
    body,
    ...(status === 201 && { headers: { Location: String(body.url) } }),
  };
}

async function create(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context);
  const { body } = context;
  const wanted = {
    title: requiredText(body, 'title', 'PullRequest'),
    head: requiredText(body, 'head', 'PullRequest'),
    base: requiredText(body, 'base', 'PullRequest'),
    body: optionalText(body, 'body'),
    draft: body.draft === true,
  };
  const [draft, pull] = await context.store.update(
    record,
    async (each, git) =>
      [each, await openPull(context, each, git, wanted)] as const,
  );
  return answerWith(context, draft, pull, 201);
}

async function read(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const pull = pullIn(context, record);
  if (/\.(diff|patch)\b/.test(context.accept)) {
    const git = context.store.git(record);
    const { from } = await examinePull(git, pull);
    return {
      status: 200,
      bytes: Buffer.from(await unifiedDiff(git, from, pull.headSha)),
      headers: { 'Content-Type': 'application/vnd.github.diff; charset=utf-8' },
    };
  }
  return answerWith(context, record, pull);
}

async function change(context: ApiContext): Promise<ApiAnswer> {
  const { body } = context;
  const before = writableRepository(context);
  const [record, pull] = await context.store.update(
    before,
    async (draft, git) => {
      const each = pullIn(context, draft);
      const base = optionalText(body, 'base');
      const state = optionalText(body, 'state');
      if (base !== undefined && !(await readRef(git, `refs/heads/${base}`))) {
        throw invalid('PullRequest', 'base', 'invalid');
      }
      if (state !== undefined && state !== 'open' && state !== 'closed') {
        throw invalid('PullRequest', 'state', 'invalid');
      }
      if (state === 'open' && each.mergedAt) {
        throw invalid('PullRequest', 'state', 'invalid');
      }
      each.title = optionalText(body, 'title') ?? each.title;
      each.body =
        body.body === undefined
          ? each.body
          : optionalText(body, 'body') ?? null;
      each.baseRef = base ?? each.baseRef;
      if (state !== undefined && state !== each.state) {
        each.state = state;
        each.closedAt = state === 'closed' ? timestamp() : null;
      }
      each.updatedAt = timestamp();
      return [draft, each] as const;
    },
  );
  return answerWith(context, record, pull);
}

/** Pull requests between branches of one repository. */
export const pullRoutes: ApiRoute[] = [
  { method: 'GET', template: '/repos/{owner}/{repo}/pulls', handler: list },
  { method: 'POST', template: '/repos/{owner}/{repo}/pulls', handler: create },
  { method: 'GET', template: PULL, handler: read },
  { method: 'PATCH', template: PULL, handler: change },
  {
    method: 'GET',
    template: `${PULL}/commits`,
    handler: async context => {
      const record = readableRepository(context);
      const git = context.store.git(record);
      const found = await examinePull(git, pullIn(context, record));
      const { items, headers } = paginate(context, found.commits);
      return {
        status: 200,
        headers,
        body: items.map(each => presentCommit(context, record, each)),
      };
    },
  },
  {
    method: 'GET',
    template: `${PULL}/files`,
    handler: async context => {
      const record = readableRepository(context);
      const pull = pullIn(context, record);
      const found = await examinePull(context.store.git(record), pull);
      const { items, headers } = paginate(context, found.changes);
      return {
        status: 200,
        headers,
        body: items.map(each =>
          presentFileChange(
            context,
            record,
            { before: found.from, after: pull.headSha },
            each,
          ),
        ),
      };
    },
  },
];
