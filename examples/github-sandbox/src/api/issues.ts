import type {
  Comment,
  JsonObject,
  JsonValue,
  PullRequest,
  RepositoryRecord,
} from '../store/types';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import { optionalTexts, requiredText } from './input';
import { paginate } from './pagination';
import { nodeId, presentAccount } from './present/accounts';
import { presentLabel, presentPull } from './present/pulls';
import { pullIn } from './pulls';
import { timestamp } from './time';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const ISSUE = '/repos/{owner}/{repo}/issues/{issue_number}';

/** A pull request as the issue that it is on GitHub, too. */
function presentIssue(
  context: ApiContext,
  record: RepositoryRecord,
  pull: PullRequest,
): JsonObject {
  const full = presentPull(context, record, pull);
  const url = String(full.issue_url);
  return {
    id: pull.id,
    node_id: full.node_id,
    url,
    repository_url: context.urls.api('repos', record.owner, record.name),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: full.html_url,
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    user: full.user,
    labels: full.labels,
    assignee: full.assignee,
    assignees: full.assignees,
    milestone: null,
    locked: pull.locked,
    comments: record.comments.filter(each => each.number === pull.number)
      .length,
    closed_at: pull.closedAt,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    author_association: 'OWNER',
    pull_request: {
      url: full.url,
      html_url: full.html_url,
      diff_url: full.diff_url,
      patch_url: full.patch_url,
      merged_at: pull.mergedAt,
    },
  };
}

function presentComment(
  context: ApiContext,
  record: RepositoryRecord,
  comment: Comment,
): JsonObject {
  const api = context.urls.api('repos', record.owner, record.name, 'issues');
  const account = context.accounts.find(comment.login);
  const html = context.urls.page(
    record.owner,
    record.name,
    'pull',
    `${comment.number}`,
  );
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/comments/${comment.id}`,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${api}/${comment.number}`,
    body: comment.body,
    user: account ? presentAccount(context.urls, account) : null,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'OWNER',
  };
}

/** Labels come as a list of names, or as an object that holds one. */
function labelNames(body: JsonObject): string[] {
  const labels: JsonValue[] = Array.isArray(body)
    ? body
    : optionalTexts(body, 'labels') ?? [];
  return labels.map(String);
}

async function addLabels(context: ApiContext): Promise<ApiAnswer> {
  const names = labelNames(context.body);
  return context.store.update(writableRepository(context), draft => {
    const pull = pullIn(context, draft);
    pull.labels = [...new Set([...pull.labels, ...names])];
    for (const name of names) {
      if (!draft.labels.some(label => label.name === name)) {
        draft.labels.push({ name, color: 'ededed', description: null });
      }
    }
    return {
      status: 200,
      body: pull.labels.map(name => presentLabel(context, draft, name)),
    };
  });
}

async function addAssignees(context: ApiContext): Promise<ApiAnswer> {
  const logins = optionalTexts(context.body, 'assignees') ?? [];
  return context.store.update(writableRepository(context), draft => {
    const pull = pullIn(context, draft);
    // Unknown people are left out without an error, as on GitHub.
    const known = logins.filter(login => context.accounts.find(login));
    pull.assignees = [...new Set([...pull.assignees, ...known])];
    return { status: 201, body: presentIssue(context, draft, pull) };
  });
}

async function requestReviewers(context: ApiContext): Promise<ApiAnswer> {
  const logins = optionalTexts(context.body, 'reviewers') ?? [];
  const teams = optionalTexts(context.body, 'team_reviewers') ?? [];
  return context.store.update(writableRepository(context), draft => {
    const pull = pullIn(context, draft);
    const known = logins.filter(login => context.accounts.find(login));
    pull.reviewers = [...new Set([...pull.reviewers, ...known])];
    pull.teamReviewers = [...new Set([...pull.teamReviewers, ...teams])];
    return { status: 201, body: presentPull(context, draft, pull) };
  });
}

async function addComment(context: ApiContext): Promise<ApiAnswer> {
  const viewer = requireViewer(context);
  const body = requiredText(context.body, 'body', 'IssueComment');
  return context.store.update(writableRepository(context), draft => {
    const comment: Comment = {
      id: context.store.newId(),
      number: pullIn(context, draft).number,
      login: viewer.login,
      body,
      createdAt: timestamp(),
      updatedAt: timestamp(),
    };
    draft.comments.push(comment);
    return { status: 201, body: presentComment(context, draft, comment) };
  });
}

async function listComments(context: ApiContext): Promise<ApiAnswer> {
  const record = readableRepository(context);
  const { number } = pullIn(context, record);
  const { items, headers } = paginate(
    context,
    record.comments.filter(each => each.number === number),
  );
  return {
    status: 200,
    headers,
    body: items.map(each => presentComment(context, record, each)),
  };
}

/** What pull requests have in common with issues. There are no issues here. */
export const issueRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: ISSUE,
    handler: async context => {
      const record = readableRepository(context);
      return {
        status: 200,
        body: presentIssue(context, record, pullIn(context, record)),
      };
    },
  },
  {
    method: 'GET',
    template: `${ISSUE}/labels`,
    handler: async context => {
      const record = readableRepository(context);
      return {
        status: 200,
        body: pullIn(context, record).labels.map(name =>
          presentLabel(context, record, name),
        ),
      };
    },
  },
  { method: 'POST', template: `${ISSUE}/labels`, handler: addLabels },
  { method: 'POST', template: `${ISSUE}/assignees`, handler: addAssignees },
  { method: 'GET', template: `${ISSUE}/comments`, handler: listComments },
  { method: 'POST', template: `${ISSUE}/comments`, handler: addComment },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
    handler: requestReviewers,
  },
];
