/** The parts of GitHub's repository object that publishing reads. */
export interface GithubRepository {
  full_name: string;
  clone_url: string;
  html_url: string;
  homepage: string | null;
  private: boolean;
  visibility?: string;
  default_branch: string;
  created_at: string;
}

/** The parts of GitHub's commit object that publishing reads. */
export interface GithubCommit {
  sha: string;
  parents: { sha: string }[];
  commit: { tree: { sha: string } };
}

/** The parts of GitHub's pull request object that publishing reads. */
export interface GithubPullRequest {
  number: number;
  html_url: string;
  state: 'open' | 'closed';
  merged_at: string | null;
  head: { sha: string };
  requested_reviewers?: { login: string }[] | null;
  requested_teams?: { slug: string }[] | null;
  labels: { name: string }[];
}

/** The parts of GitHub's error body that publishing reads. */
export interface GithubErrorBody {
  message?: string;
  errors?: ({ message?: string; code?: string; field?: string } | string)[];
}

export interface GithubRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Path below the API's base URL; encode its parts. */
  path: string;
  body?: object;
  /** Statuses besides 2xx that are an answer and not an error. */
  accept?: number[];
  signal?: AbortSignal;
}

export interface GithubResponse<T> {
  status: number;
  data: T;
}
