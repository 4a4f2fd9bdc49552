import { GraphQLError } from 'graphql';
import { nodeId } from '../api/present/accounts';
import { readRef, isValidRefName } from '../git/refs';
import type { Sandbox } from '../api/types';
import type { Account, PullRequest, RepositoryRecord } from '../store/types';

/** What each resolver gets. */
export interface GraphqlContext extends Sandbox {
  viewer?: Account;
}

/** Arguments of a list of pull requests. */
export interface ConnectionArguments {
  first?: number;
  last?: number;
  after?: string;
  states?: string[];
  headRefName?: string;
  baseRefName?: string;
}

const MAXIMUM_PAGE_SIZE = 100;

function stateOf(pull: PullRequest): string {
  return pull.mergedAt ? 'MERGED' : pull.state.toUpperCase();
}

function pullNode(
  context: GraphqlContext,
  record: RepositoryRecord,
  pull: PullRequest,
) {
  return {
    id: nodeId('PullRequest', pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    url: context.urls.page(record.owner, record.name, 'pull', `${pull.number}`),
    state: stateOf(pull),
    isDraft: pull.draft,
    merged: pull.mergedAt !== null,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    mergedAt: pull.mergedAt,
    closedAt: pull.closedAt,
  };
}

function pullConnection(
  context: GraphqlContext,
  record: RepositoryRecord,
  options: ConnectionArguments,
) {
  if (options.first === undefined && options.last === undefined) {
    throw new GraphQLError(
      'You must provide a `first` or `last` value to properly paginate the `pullRequests` connection.',
    );
  }
  const matching = record.pulls.filter(
    pull =>
      (!options.states || options.states.includes(stateOf(pull))) &&
      (!options.headRefName || pull.headRef === options.headRefName) &&
      (!options.baseRefName || pull.baseRef === options.baseRefName),
  );
  const start = options.after ? Number(options.after) || 0 : 0;
  const from =
    options.first === undefined
      ? Math.max(start, matching.length - (options.last ?? 0))
      : start;
  const page = matching.slice(
    from,
    from + Math.min(options.first ?? matching.length, MAXIMUM_PAGE_SIZE),
  );
  const nodes = page.map(pull => pullNode(context, record, pull));
  const end = from + page.length;
  return {
    totalCount: matching.length,
    nodes,
    edges: nodes.map((node, index) => ({
      node,
      cursor: `${from + index + 1}`,
    })),
    pageInfo: {
      hasNextPage: end < matching.length,
      hasPreviousPage: from > 0,
      startCursor: page.length > 0 ? `${from + 1}` : null,
      endCursor: page.length > 0 ? `${end}` : null,
    },
  };
}

/** A branch or tag; a name without `refs/` means a branch first. */
export async function refNode(
  context: GraphqlContext,
  record: RepositoryRecord,
  qualifiedName: string,
) {
  if (!isValidRefName(qualifiedName)) {
    return null;
  }
  const git = context.store.git(record);
  const names = qualifiedName.startsWith('refs/')
    ? [qualifiedName]
    : [`refs/heads/${qualifiedName}`, `refs/tags/${qualifiedName}`];
  for (const name of names) {
    const ref = await readRef(git, name);
    if (ref) {
      const [, prefix, short] = name.match(/^(refs\/[^/]+\/)(.+)$/) ?? [];
      return {
        id: nodeId('Ref', `${record.id}:${name}`),
        name: short,
        prefix,
        target: { oid: ref.sha },
        associatedPullRequests: (options: ConnectionArguments) =>
          pullConnection(context, record, {
            ...options,
            headRefName: short,
          }),
      };
    }
  }
  return null;
}

/** A repository with its fields resolved as they are asked for. */
export function repositoryNode(
  context: GraphqlContext,
  record: RepositoryRecord,
) {
  const { urls, accounts } = context;
  const owner = accounts.find(record.owner);
  return {
    id: nodeId('Repository', record.id),
    databaseId: null,
    name: record.name,
    nameWithOwner: `${record.owner}/${record.name}`,
    description: record.description,
    url: urls.page(record.owner, record.name),
    isPrivate: record.visibility !== 'public',
    isArchived: record.archived,
    visibility: record.visibility.toUpperCase(),
    owner: {
      id: nodeId(owner?.type ?? 'User', owner?.id ?? 0),
      login: record.owner,
      url: urls.page(record.owner),
    },
    defaultBranchRef: () =>
      refNode(context, record, `refs/heads/${record.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refNode(context, record, qualifiedName),
    pullRequest: ({ number }: { number: number }) => {
      const pull = record.pulls.find(each => each.number === number);
      if (!pull) {
        throw new GraphQLError(
          `Could not resolve to a PullRequest with the number of ${number}.`,
          { extensions: { type: 'NOT_FOUND' } },
        );
      }
      return pullNode(context, record, pull);
    },
    pullRequests: (options: ConnectionArguments) =>
      pullConnection(context, record, options),
  };
}
