import type {
  CommitStatus,
  JsonObject,
  RepositoryRecord,
} from '../store/types';
import { invalid, notFound } from './ApiError';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import { requireCommit } from './commits';
import { optionalText } from './input';
import { paginate } from './pagination';
import { nodeId, presentAccount } from './present/accounts';
import { presentRepository } from './present/repositories';
import { timestamp } from './time';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const STATES = ['error', 'failure', 'pending', 'success'];

/** GitHub's `status`; without `full` the shorter one of a combined status. */
function presentStatus(
  context: ApiContext,
  record: RepositoryRecord,
  status: CommitStatus,
  full: boolean,
): JsonObject {
  const creator = context.accounts.find(status.login);
  return {
    url: context.urls.api(
      'repos',
      record.owner,
      record.name,
      'statuses',
      status.sha,
    ),
    avatar_url: context.urls.page('_sandbox', 'avatar', `${status.login}.svg`),
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    ...(full && creator && { creator: presentAccount(context.urls, creator) }),
  };
}

/** The newest status of each context of a commit. */
export function latestStatuses(
  record: RepositoryRecord,
  sha: string,
): CommitStatus[] {
  const byContext = new Map<string, CommitStatus>();
  for (const status of record.statuses.filter(each => each.sha === sha)) {
    byContext.set(status.context, status);
  }
  return [...byContext.values()];
}

/** The state of all statuses together; `pending` where there are none, as on GitHub. */
export function combinedState(statuses: CommitStatus[]): string {
  if (statuses.some(({ state }) => state === 'failure' || state === 'error')) {
    return 'failure';
  }
  return statuses.length > 0 &&
    statuses.every(({ state }) => state === 'success')
    ? 'success'
    : 'pending';
}

async function readCombined(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const sha = await requireCommit(context, record, context.params.ref);
  const statuses = latestStatuses(record, sha);
  const { items, headers } = paginate(context, statuses);
  const commit = context.urls.api(
    'repos',
    record.owner,
    record.name,
    'commits',
    sha,
  );
  return {
    status: 200,
    headers,
    body: {
      state: combinedState(statuses),
      statuses: items.map(each => presentStatus(context, record, each, false)),
      sha,
      total_count: statuses.length,
      repository: presentRepository(context, record),
      commit_url: commit,
      url: `${commit}/status`,
    },
  };
}

async function create(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context);
  const viewer = requireViewer(context);
  const sha = await requireCommit(context, record, context.params.sha);
  const state = String(context.body.state);
  if (!STATES.includes(state)) {
    throw invalid('Status', 'state', 'invalid');
  }
  const status: CommitStatus = {
    id: context.store.newId(),
    sha,
    state,
    context: optionalText(context.body, 'context') ?? 'default',
    description: optionalText(context.body, 'description') ?? null,
    targetUrl: optionalText(context.body, 'target_url') ?? null,
    login: viewer.login,
    createdAt: timestamp(),
  };
  await context.store.update(record, draft => {
    draft.statuses.push(status);
  });
  return { status: 201, body: presentStatus(context, record, status, true) };
}

/** Commit statuses. There are no check runs here: the list is empty. */
export const statusRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}/status',
    handler: readCombined,
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}/statuses',
    handler: async context => {
      const record = readableRepository(context);
      const sha = await requireCommit(context, record, context.params.ref);
      const { items, headers } = paginate(
        context,
        record.statuses.filter(each => each.sha === sha).reverse(),
      );
      return {
        status: 200,
        headers,
        body: items.map(each => presentStatus(context, record, each, true)),
      };
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    handler: async context => {
      const record = readableRepository(context);
      if (!(await requireCommit(context, record, context.params.ref))) {
        throw notFound();
      }
      return { status: 200, body: { total_count: 0, check_runs: [] } };
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/statuses/{sha}',
    handler: create,
  },
];
