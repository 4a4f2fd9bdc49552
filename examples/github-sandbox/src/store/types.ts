/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: JsonValue | undefined;
}

/** A user or an organisation. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Organization';
}

/** A team of an organisation. */
export interface Team {
  id: number;
  organisation: string;
  slug: string;
  name: string;
}

/** A label on an issue or a pull request. */
export interface Label {
  name: string;
  color: string;
  description: string | null;
}

/** A comment on a pull request. */
export interface Comment {
  id: number;
  number: number;
  login: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

/** A commit status set by some checker. */
export interface CommitStatus {
  id: number;
  sha: string;
  state: string;
  context: string;
  description: string | null;
  targetUrl: string | null;
  login: string;
  createdAt: string;
}

/** A pull request. The head is read from its branch while it is open. */
export interface PullRequest {
  id: number;
  number: number;
  title: string;
  body: string | null;
  login: string;
  state: 'open' | 'closed';
  draft: boolean;
  locked: boolean;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  assignees: string[];
  labels: string[];
  reviewers: string[];
  teamReviewers: string[];
}

/** Settings of a repository under GitHub's own names. */
export interface RepositorySettings {
  has_issues: boolean;
  has_projects: boolean;
  has_wiki: boolean;
  has_discussions: boolean;
  is_template: boolean;
  allow_merge_commit: boolean;
  allow_squash_merge: boolean;
  allow_rebase_merge: boolean;
  allow_auto_merge: boolean;
  allow_update_branch: boolean;
  allow_forking: boolean;
  delete_branch_on_merge: boolean;
  web_commit_signoff_required: boolean;
  squash_merge_commit_title: string;
  squash_merge_commit_message: string;
  merge_commit_title: string;
  merge_commit_message: string;
}

/** All that is known of a repository beside its Git data. */
export interface RepositoryRecord {
  id: number;
  owner: string;
  name: string;
  description: string | null;
  homepage: string | null;
  visibility: 'public' | 'private' | 'internal';
  defaultBranch: string;
  archived: boolean;
  topics: string[];
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  settings: RepositorySettings;
  customProperties: JsonObject;
  collaborators: Record<string, string>;
  teams: Record<string, string>;
  protection: Record<string, JsonObject>;
  variables: Record<string, string>;
  secrets: string[];
  labels: Label[];
  pulls: PullRequest[];
  comments: Comment[];
  statuses: CommitStatus[];
}
