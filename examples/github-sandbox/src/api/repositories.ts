import { isValidRefName, readRef } from '../git/refs';
import { changeSettings, newRepository } from '../store/newRepository';
import { RepositoryNameError } from '../store/RepositoryStore';
import type { Account, JsonObject, RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import { commitFirstFiles } from './initialCommit';
import {
  optionalObject,
  optionalText,
  optionalTexts,
  requiredText,
} from './input';
import { paginate } from './pagination';
import {
  presentFullRepository,
  presentRepository,
} from './present/repositories';
import { timestamp } from './time';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const NAME = /^[A-Za-z0-9._-]{1,100}$/;
const TOPIC = /^[a-z0-9][a-z0-9-]{0,49}$/;
const VISIBILITIES = ['public', 'private', 'internal'] as const;

function creationFailed(message: string): ApiError {
  return new ApiError(422, 'Repository creation failed.', [
    { resource: 'Repository', code: 'custom', field: 'name', message },
  ]);
}

function checkName(body: JsonObject): string {
  const name = requiredText(body, 'name', 'Repository');
  if (!NAME.test(name) || /^\.+$|\.(git|wiki)$/i.test(name)) {
    throw creationFailed(
      `name can only contain ASCII letters, digits, and the characters ., -, and _`,
    );
  }
  return name;
}

function visibilityOf(body: JsonObject): RepositoryRecord['visibility'] {
  const wanted = VISIBILITIES.find(each => each === body.visibility);
  return wanted ?? (body.private === true ? 'private' : 'public');
}

async function create(context: ApiContext, owner: Account): Promise<ApiAnswer> {
  const viewer = requireViewer(context);
  const { body, store } = context;
  const record = newRepository({
    id: store.newId(),
    owner: owner.login,
    name: checkName(body),
    description: optionalText(body, 'description'),
    homepage: optionalText(body, 'homepage'),
    visibility: visibilityOf(body),
    body,
  });
  record.customProperties = optionalObject(body, 'custom_properties') ?? {};
  try {
    await store.create(record, async git => {
      if (body.auto_init === true) {
        await commitFirstFiles(git, record, viewer);
      }
    });
  } catch (error) {
    if (error instanceof RepositoryNameError) {
      throw creationFailed('name already exists on this account');
    }
    throw error;
  }
  const created = presentFullRepository(context, record);
  return {
    status: 201,
    body: created,
    headers: { Location: String(created.url) },
  };
}

function organisationOf(context: ApiContext): Account {
  const account = context.accounts.find(context.params.org);
  if (account?.type !== 'Organization') {
    throw notFound();
  }
  return account;
}

function listOf(context: ApiContext, owner?: Account): ApiAnswer {
  const records = context.store
    .list()
    .filter(
      record =>
        (!owner || record.owner === owner.login) &&
        (record.visibility === 'public' || context.viewer),
    );
  if (
    ['created', 'updated', 'pushed'].includes(context.query.get('sort') ?? '')
  ) {
    records.sort((one, other) => other.id - one.id);
  }
  const { items, headers } = paginate(context, records);
  return {
    status: 200,
    headers,
    body: items.map(record => presentRepository(context, record)),
  };
}

async function change(context: ApiContext): Promise<ApiAnswer> {
  const { body, store } = context;
  const before = writableRepository(context, { evenArchived: true });
  const branch = optionalText(body, 'default_branch');
  const name = body.name === undefined ? undefined : checkName(body);
  let record = await store.update(before, async (draft, git) => {
    if (branch !== undefined) {
      if (
        !isValidRefName(branch) ||
        !(await readRef(git, `refs/heads/${branch}`))
      ) {
        throw new ApiError(422, `Validation Failed`, [
          `The branch ${branch} was not found. Please push that ref first or create it via the Git Data API.`,
        ]);
      }
      await git.run(['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
      draft.defaultBranch = branch;
    }
    if (body.description !== undefined) {
      draft.description = optionalText(body, 'description') ?? null;
    }
    if (body.homepage !== undefined) {
      draft.homepage = optionalText(body, 'homepage') ?? null;
    }
    if (body.visibility !== undefined || body.private !== undefined) {
      draft.visibility = visibilityOf(body);
    }
    if (typeof body.archived === 'boolean') {
      draft.archived = body.archived;
    }
    draft.settings = changeSettings(draft.settings, body);
    draft.updatedAt = timestamp();
    return draft;
  });
  if (name !== undefined && name !== record.name) {
    record = await store.rename(record, name);
  }
  return { status: 200, body: presentFullRepository(context, record) };
}

async function replaceTopics(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context);
  const names = [...new Set(optionalTexts(context.body, 'names') ?? [])];
  const bad = names.find(name => !TOPIC.test(name));
  if (bad !== undefined) {
    throw new ApiError(
      422,
      'Topics must start with a lowercase letter or number, consist of 50 characters or less, and can include hyphens.',
    );
  }
  await context.store.update(record, draft => {
    draft.topics = names;
  });
  return { status: 200, body: { names } };
}

/** Repositories: make, find, change, delete; their topics. */
export const repositoryRoutes: ApiRoute[] = [
  {
    method: 'POST',
    template: '/orgs/{org}/repos',
    handler: async context => create(context, organisationOf(context)),
  },
  {
    method: 'POST',
    template: '/user/repos',
    handler: async context => create(context, requireViewer(context)),
  },
  {
    method: 'GET',
    template: '/orgs/{org}/repos',
    handler: async context => listOf(context, organisationOf(context)),
  },
  {
    method: 'GET',
    template: '/users/{username}/repos',
    handler: async context => {
      const owner = context.accounts.find(context.params.username);
      if (!owner) {
        throw notFound();
      }
      return listOf(context, owner);
    },
  },
  {
    method: 'GET',
    template: '/user/repos',
    handler: async context => {
      requireViewer(context);
      return listOf(context);
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}',
    handler: async context => ({
      status: 200,
      body: presentFullRepository(context, readableRepository(context)),
    }),
  },
  { method: 'PATCH', template: '/repos/{owner}/{repo}', handler: change },
  {
    method: 'DELETE',
    template: '/repos/{owner}/{repo}',
    handler: async context => {
      await context.store.delete(
        writableRepository(context, { evenArchived: true }),
      );
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/topics',
    handler: async context => ({
      status: 200,
      body: { names: readableRepository(context).topics },
    }),
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/topics',
    handler: replaceTopics,
  },
];
