import { readCommit } from '../git/commits';
import { listRefs, readRef } from '../git/refs';
import type { JsonObject, RepositoryRecord } from '../store/types';
import { ApiError } from './ApiError';
import { readableRepository, writableRepository } from './authentication';
import { paginate } from './pagination';
import { nodeId } from './present/accounts';
import { presentCommit } from './present/commits';
import { presentProtection } from './present/protection';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const BRANCH = '/repos/{owner}/{repo}/branches/{branch}';

function branchUrl(
  context: ApiContext,
  record: RepositoryRecord,
  branch: string,
): string {
  const { owner, name } = record;
  return context.urls.api('repos', owner, name, 'branches', branch);
}

async function requireBranch(context: ApiContext, record: RepositoryRecord) {
  const git = context.store.git(record);
  const { branch } = context.params;
  const ref = await readRef(git, `refs/heads/${branch}`);
  if (!ref) {
    throw new ApiError(404, 'Branch not found');
  }
  return { name: branch, sha: ref.sha, git };
}

function summary(
  context: ApiContext,
  record: RepositoryRecord,
  name: string,
): JsonObject {
  const rules = record.protection[name];
  return {
    protected: Boolean(rules),
    protection: {
      enabled: Boolean(rules),
      required_status_checks: {
        enforcement_level: rules ? 'non_admins' : 'off',
        contexts: [],
        checks: [],
      },
    },
    protection_url: `${branchUrl(context, record, name)}/protection`,
  };
}

async function list(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const refs = await listRefs(context.store.git(record), 'refs/heads/');
  const { items, headers } = paginate(context, refs);
  return {
    status: 200,
    headers,
    body: items.map(ref => {
      const name = ref.name.slice('refs/heads/'.length);
      return {
        name,
        commit: {
          sha: ref.sha,
          url: context.urls.api(
            'repos',
            record.owner,
            record.name,
            'commits',
            ref.sha,
          ),
        },
        ...summary(context, record, name),
      };
    }),
  };
}

async function read(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const { name, sha, git } = await requireBranch(context, record);
  return {
    status: 200,
    body: {
      name,
      commit: presentCommit(context, record, await readCommit(git, sha)),
      _links: {
        self: branchUrl(context, record, name),
        html: context.urls.page(record.owner, record.name, 'tree', name),
      },
      ...summary(context, record, name),
    },
  };
}

async function listTags(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const refs = await listRefs(context.store.git(record), 'refs/tags/');
  const { items, headers } = paginate(context, refs);
  const api = context.urls.api('repos', record.owner, record.name);
  return {
    status: 200,
    headers,
    body: items.map(ref => {
      const name = ref.name.slice('refs/tags/'.length);
      return {
        name,
        commit: { sha: ref.sha, url: `${api}/commits/${ref.sha}` },
        zipball_url: `${api}/zipball/${ref.name}`,
        tarball_url: `${api}/tarball/${ref.name}`,
        node_id: nodeId('Ref', `${record.id}:${ref.name}`),
      };
    }),
  };
}

async function readProtection(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context, { evenArchived: true });
  const { name } = await requireBranch(context, record);
  const rules = record.protection[name];
  if (!rules) {
    throw new ApiError(404, 'Branch not protected');
  }
  const url = `${branchUrl(context, record, name)}/protection`;
  return { status: 200, body: presentProtection(context, url, rules) };
}

async function protect(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context);
  const { name } = await requireBranch(context, record);
  for (const key of [
    'required_status_checks',
    'enforce_admins',
    'required_pull_request_reviews',
    'restrictions',
  ]) {
    if (context.body[key] === undefined) {
      throw new ApiError(422, `Invalid request.\n\n"${key}" wasn't supplied.`);
    }
  }
  await context.store.update(record, draft => {
    draft.protection[name] = context.body;
  });
  const url = `${branchUrl(context, record, name)}/protection`;
  return { status: 200, body: presentProtection(context, url, context.body) };
}

/** Branches, tags, and protection, which is recorded but not enforced. */
export const branchRoutes: ApiRoute[] = [
  { method: 'GET', template: '/repos/{owner}/{repo}/branches', handler: list },
  { method: 'GET', template: '/repos/{owner}/{repo}/tags', handler: listTags },
  { method: 'GET', template: `${BRANCH}/protection`, handler: readProtection },
  { method: 'PUT', template: `${BRANCH}/protection`, handler: protect },
  {
    method: 'DELETE',
    template: `${BRANCH}/protection`,
    handler: async context => {
      const record = writableRepository(context);
      const { name } = await requireBranch(context, record);
      if (!record.protection[name]) {
        throw new ApiError(404, 'Branch not protected');
      }
      await context.store.update(record, draft => {
        delete draft.protection[name];
      });
      return { status: 204 };
    },
  },
  {
    method: 'POST',
    template: `${BRANCH}/protection/required_signatures`,
    handler: async context => {
      const record = writableRepository(context);
      const { name } = await requireBranch(context, record);
      await context.store.update(record, draft => {
        draft.protection[name] = {
          ...draft.protection[name],
          required_signatures: true,
        };
      });
      const url = `${branchUrl(context, record, name)}/protection`;
      return {
        status: 200,
        body: { url: `${url}/required_signatures`, enabled: true },
      };
    },
  },
  { method: 'GET', template: BRANCH, handler: read },
];
