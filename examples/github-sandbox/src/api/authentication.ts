import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Account, RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import type { ApiContext, Sandbox } from './types';

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** The token of a request: `token X`, `Bearer X`, or the password of Basic. */
function tokenOf(request: Request): string | undefined {
  const [scheme, value = ''] = (request.get('authorization') ?? '').split(' ');
  switch (scheme.toLowerCase()) {
    case '':
      return undefined;
    case 'token':
    case 'bearer':
      return value;
    case 'basic': {
      const [user, ...password] = Buffer.from(value, 'base64')
        .toString()
        .split(':');
      // Git sends the token as the user name where it was written into the URL.
      return password.join(':') || user;
    }
    default:
      return '';
  }
}

/** Whose token it is; undefined without one. A wrong one is refused. */
export function viewerOf(
  request: Request,
  sandbox: Pick<Sandbox, 'accounts' | 'token'>,
): Account | undefined {
  const token = tokenOf(request);
  if (token === undefined) {
    return undefined;
  }
  if (!sameText(token, sandbox.token)) {
    throw new ApiError(401, 'Bad credentials');
  }
  return sandbox.accounts.viewer;
}

/** The caller, who must have sent a token. */
export function requireViewer(context: ApiContext): Account {
  if (!context.viewer) {
    throw new ApiError(401, 'Requires authentication');
  }
  return context.viewer;
}

/** The repository in the path; a private one is not found without a token. */
export function readableRepository(
  context: Pick<ApiContext, 'store' | 'viewer' | 'params'>,
): RepositoryRecord {
  const record = context.store.find(context.params.owner, context.params.repo);
  if (!record || (record.visibility !== 'public' && !context.viewer)) {
    throw notFound();
  }
  return record;
}

/** The repository in the path, to be changed. */
export function writableRepository(
  context: ApiContext,
  options: { evenArchived?: boolean } = {},
): RepositoryRecord {
  const record = readableRepository(context);
  requireViewer(context);
  if (record.archived && !options.evenArchived) {
    throw new ApiError(403, 'Repository was archived so is read-only.');
  }
  return record;
}
