import type { Commit } from '../../git/commits';
import type { FileChange } from '../../git/diff';
import type { JsonObject, RepositoryRecord } from '../../store/types';
import type { Sandbox } from '../types';
import { nodeId, presentAccount } from './accounts';

const UNSIGNED: JsonObject = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
};

type PresentContext = Pick<Sandbox, 'accounts' | 'urls'>;

function gitUser(signature: Commit['author']): JsonObject {
  return {
    name: signature.name,
    email: signature.email,
    date: signature.date,
  };
}

/** The account behind an address that this server has handed out. */
function accountOf(context: PresentContext, email: string): JsonObject | null {
  const match = email.match(/^(.+)@users\.noreply\.localhost$/);
  const account = match && context.accounts.find(match[1]);
  return account ? presentAccount(context.urls, account) : null;
}

/** GitHub's `commit`. */
export function presentCommit(
  context: PresentContext,
  record: RepositoryRecord,
  commit: Commit,
): JsonObject {
  const api = context.urls.api('repos', record.owner, record.name);
  const html = context.urls.page(record.owner, record.name);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', `${record.id}:${commit.sha}`),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/commit/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: gitUser(commit.author),
      committer: gitUser(commit.committer),
      message: commit.message.replace(/\n+$/, ''),
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: UNSIGNED,
    },
    author: accountOf(context, commit.author.email),
    committer: accountOf(context, commit.committer.email),
    parents: commit.parents.map(sha => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${html}/commit/${sha}`,
    })),
  };
}

/** GitHub's `git-commit`, of the Git database routes. */
export function presentGitCommit(
  context: PresentContext,
  record: RepositoryRecord,
  commit: Commit,
): JsonObject {
  const full = presentCommit(context, record, commit);
  const api = context.urls.api('repos', record.owner, record.name);
  return {
    sha: commit.sha,
    node_id: full.node_id,
    url: `${api}/git/commits/${commit.sha}`,
    html_url: full.html_url,
    author: gitUser(commit.author),
    committer: gitUser(commit.committer),
    message: commit.message,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: full.parents,
    verification: UNSIGNED,
  };
}

/** GitHub's `diff-entry`. A removed file is shown where it last was. */
export function presentFileChange(
  context: PresentContext,
  record: RepositoryRecord,
  commits: { before: string; after: string },
  change: FileChange,
): JsonObject {
  const { urls } = context;
  const { owner, name } = record;
  const at = change.status === 'removed' ? commits.before : commits.after;
  const contents = urls.api('repos', owner, name, 'contents', change.path);
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    ...(change.previousPath && { previous_filename: change.previousPath }),
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: urls.page(owner, name, 'blob', at, change.path),
    raw_url: urls.page(owner, name, 'raw', at, change.path),
    contents_url: `${contents}?ref=${at}`,
    ...(change.patch !== undefined && { patch: change.patch }),
  };
}
