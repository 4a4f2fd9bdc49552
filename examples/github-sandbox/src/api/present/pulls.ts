import type {
  JsonObject,
  PullRequest,
  RepositoryRecord,
} from '../../store/types';
import type { examinePull } from '../pullOperations';
import type { ApiContext, Sandbox } from '../types';
import { nodeId, presentAccount, presentTeam } from './accounts';
import { presentRepository } from './repositories';

type PresentContext = Pick<Sandbox, 'accounts' | 'urls'> &
  Pick<Partial<ApiContext>, 'viewer'>;

function presentLogin(context: PresentContext, login: string | null) {
  const account = login === null ? undefined : context.accounts.find(login);
  return account ? presentAccount(context.urls, account) : null;
}

function presentLogins(context: PresentContext, logins: string[]) {
  return logins
    .map(login => presentLogin(context, login))
    .filter(account => account !== null);
}

/** GitHub's `label`. */
export function presentLabel(
  context: PresentContext,
  record: RepositoryRecord,
  name: string,
): JsonObject {
  const index = record.labels.findIndex(label => label.name === name);
  return {
    id: record.id + index + 1,
    node_id: nodeId('Label', `${record.id}:${name}`),
    url: context.urls.api('repos', record.owner, record.name, 'labels', name),
    name,
    description: record.labels[index]?.description ?? null,
    color: record.labels[index]?.color ?? 'ededed',
    default: false,
  };
}

function presentSide(
  context: PresentContext,
  record: RepositoryRecord,
  side: { ref: string; sha: string },
): JsonObject {
  return {
    label: `${record.owner}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: presentLogin(context, record.owner),
    repo: presentRepository(context, record),
  };
}

/** GitHub's `pull-request-simple`. */
export function presentPull(
  context: PresentContext,
  record: RepositoryRecord,
  pull: PullRequest,
): JsonObject {
  const { urls } = context;
  const repository = urls.api('repos', record.owner, record.name);
  const api = `${repository}/pulls/${pull.number}`;
  const issue = `${repository}/issues/${pull.number}`;
  const html = urls.page(record.owner, record.name, 'pull', `${pull.number}`);
  const links = {
    self: api,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${api}/comments`,
    review_comment: `${repository}/pulls/comments{/number}`,
    commits: `${api}/commits`,
    statuses: `${repository}/statuses/${pull.headSha}`,
  };
  return {
    url: api,
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    title: pull.title,
    user: presentLogin(context, pull.login),
    body: pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: presentLogins(context, pull.assignees)[0] ?? null,
    assignees: presentLogins(context, pull.assignees),
    requested_reviewers: presentLogins(context, pull.reviewers),
    requested_teams: context.accounts
      .teamsOf(record.owner)
      .filter(({ slug }) => pull.teamReviewers.includes(slug))
      .map(team => presentTeam(urls, team)),
    labels: pull.labels.map(name => presentLabel(context, record, name)),
    milestone: null,
    draft: pull.draft,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    head: presentSide(context, record, {
      ref: pull.headRef,
      sha: pull.headSha,
    }),
    base: presentSide(context, record, {
      ref: pull.baseRef,
      sha: pull.baseSha,
    }),
    _links: Object.fromEntries(
      Object.entries(links).map(([name, href]) => [name, { href }]),
    ),
    author_association: 'OWNER',
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** GitHub's `pull-request`. */
export function presentFullPull(
  context: PresentContext,
  record: RepositoryRecord,
  pull: PullRequest,
  found: Awaited<ReturnType<typeof examinePull>>,
): JsonObject {
  const { mergeable, changes } = found;
  const known = mergeable ? 'clean' : 'dirty';
  return {
    ...presentPull(context, record, { ...pull, baseSha: found.base }),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : known,
    merged_by: presentLogin(context, pull.mergedBy),
    comments: record.comments.filter(({ number }) => number === pull.number)
      .length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: found.commits.length,
    additions: changes.reduce((sum, each) => sum + each.additions, 0),
    deletions: changes.reduce((sum, each) => sum + each.deletions, 0),
    changed_files: changes.length,
  };
}
