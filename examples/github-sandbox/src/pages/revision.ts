import { listRefs, resolveCommit } from '../git/refs';
import { PageError } from './PageError';
import type { RepositoryPageContext } from './types';

/** A place in the history and a path in it. */
export interface Revision {
  ref: string;
  commit: string;
  path: string;
}

/** Names of branches hold slashes: the longest one that the address starts with counts. */
export async function findRevision({
  store,
  record,
  rest,
}: RepositoryPageContext): Promise<Revision> {
  const git = store.git(record);
  const names = (await listRefs(git, 'refs/'))
    .map(({ name }) => name.replace(/^refs\/(heads|tags)\//, ''))
    .sort((one, other) => other.length - one.length);
  const address = rest.join('/');
  const ref =
    names.find(name => address === name || address.startsWith(`${name}/`)) ??
    rest[0] ??
    record.defaultBranch;
  const commit = await resolveCommit(git, ref);
  if (!commit) {
    throw new PageError(404, `There is no branch, tag or commit ${ref}.`);
  }
  const path = address.slice(ref.length).replace(/^\/+|\/+$/g, '');
  return { ref, commit, path };
}
