import {
  changeRef,
  findObject,
  isAncestor,
  isObjectName,
  isValidRefName,
  listRefs,
  readRef,
  type Ref,
} from '../git/refs';
import type { Git } from '../git/Git';
import type { JsonObject, RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import { readableRepository, writableRepository } from './authentication';
import { requiredText } from './input';
import { nodeId } from './present/accounts';
import { afterRefChange } from './refEffects';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

function presentRef(
  context: ApiContext,
  record: RepositoryRecord,
  ref: Ref,
): JsonObject {
  const repository = ['repos', record.owner, record.name, 'git'];
  return {
    ref: ref.name,
    node_id: nodeId('Ref', `${record.id}:${ref.name}`),
    url: context.urls.api(...repository, ref.name),
    object: {
      sha: ref.sha,
      type: ref.type,
      url: context.urls.api(...repository, `${ref.type}s`, ref.sha),
    },
  };
}

/** A ref may be written with or without `refs/`. */
function qualified(name: string): string {
  return `refs/${name.replace(/^refs\//, '')}`;
}

async function requireCommitObject(git: Git, sha: string): Promise<void> {
  const found = isObjectName(sha) ? await findObject(git, [sha]) : undefined;
  if (!found) {
    throw new ApiError(422, 'Object does not exist');
  }
  if (found.type !== 'commit' && found.type !== 'tag') {
    throw new ApiError(422, 'Reference cannot be updated');
  }
}

async function read(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const git = context.store.git(record);
  const ref = await readRef(git, qualified(context.params.ref));
  if (ref) {
    return { status: 200, body: presentRef(context, record, ref) };
  }
  throw (await listRefs(git, 'refs/')).length === 0
    ? new ApiError(409, 'Git Repository is empty.')
    : notFound();
}

async function create(context: ApiContext): Promise<ApiAnswer> {
  const name = requiredText(context.body, 'ref', 'Reference');
  const sha = requiredText(context.body, 'sha', 'Reference');
  if (!/^refs\/[^/]+\/./.test(name) || !isValidRefName(name)) {
    throw new ApiError(422, 'Reference name is not valid');
  }
  return context.store.update(
    writableRepository(context),
    async (draft, git) => {
      await requireCommitObject(git, sha);
      if (!(await changeRef(git, name, { to: sha }))) {
        throw new ApiError(422, 'Reference already exists');
      }
      await afterRefChange(draft, git);
      const body = presentRef(context, draft, { name, sha, type: 'commit' });
      return { status: 201, body, headers: { Location: String(body.url) } };
    },
  );
}

async function move(context: ApiContext): Promise<ApiAnswer> {
  const name = qualified(context.params.ref);
  const sha = requiredText(context.body, 'sha', 'Reference');
  return context.store.update(
    writableRepository(context),
    async (draft, git) => {
      const before = await readRef(git, name);
      if (!before) {
        throw new ApiError(422, 'Reference does not exist');
      }
      await requireCommitObject(git, sha);
      if (
        context.body.force !== true &&
        !(await isAncestor(git, before.sha, sha))
      ) {
        throw new ApiError(422, 'Update is not a fast forward');
      }
      if (!(await changeRef(git, name, { to: sha, expected: before.sha }))) {
        throw new ApiError(409, 'Reference has been changed meanwhile');
      }
      await afterRefChange(draft, git);
      const body = presentRef(context, draft, { ...before, sha });
      return { status: 200, body };
    },
  );
}

async function remove(context: ApiContext): Promise<ApiAnswer> {
  const name = qualified(context.params.ref);
  return context.store.update(
    writableRepository(context),
    async (draft, git) => {
      const before = await readRef(git, name);
      if (!before || name.startsWith('refs/pull/')) {
        throw new ApiError(422, 'Reference does not exist');
      }
      if (name === `refs/heads/${draft.defaultBranch}`) {
        throw new ApiError(422, 'Cannot delete the default branch');
      }
      await changeRef(git, name, { expected: before.sha });
      await afterRefChange(draft, git);
      return { status: 204 };
    },
  );
}

const GIT = '/repos/{owner}/{repo}/git';

/** Refs of the Git database. */
export const gitRefRoutes: ApiRoute[] = [
  { method: 'GET', template: `${GIT}/ref/{ref}`, handler: read },
  {
    method: 'GET',
    template: `${GIT}/matching-refs/{ref}`,
    handler: async context => {
      const record = readableRepository(context);
      const refs = await listRefs(
        context.store.git(record),
        qualified(context.params.ref),
      );
      return {
        status: 200,
        body: refs.map(ref => presentRef(context, record, ref)),
      };
    },
  },
  { method: 'POST', template: `${GIT}/refs`, handler: create },
  { method: 'PATCH', template: `${GIT}/refs/{ref}`, handler: move },
  { method: 'DELETE', template: `${GIT}/refs/{ref}`, handler: remove },
];
