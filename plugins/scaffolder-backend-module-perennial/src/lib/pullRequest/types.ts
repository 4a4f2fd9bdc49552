import { CommitAuthor, RepositoryAddress } from '../repository/types';

/** Everything that a pull request is made of, checked and with defaults filled in. */
export interface PullRequestPlan extends RepositoryAddress {
  /** Branch to merge into; left out: the default branch. */
  target?: string;
  /** Commit that the folder was filled from; left out: the tip of the target. */
  baseCommit?: string;
  branch: string;
  title: string;
  description: string;
  draft: boolean;
  commitMessage: string;
  author: CommitAuthor;
  /** Folder with the files that change. */
  sourceDirectory: string;
  /** Paths to take out of the repository. */
  filesToDelete: string[];
  reviewers: string[];
  teamReviewers: string[];
  labels: string[];
}

/**
 * Where the work starts from, the same for each run of a task. A type and not
 * an interface, as those below: they are kept as JSON.
 */
export type PullRequestBase = {
  cloneUrl: string;
  htmlUrl: string;
  target: string;
  commit: string;
};

/** What became of the content. */
export type Proposal =
  /** The target holds it already. */
  | { kind: 'contained' }
  /** It is on the branch, or was: a pull request that is closed or merged had it. */
  | { kind: 'proposed'; commitHash: string };

export type PullRequestState = 'open' | 'merged' | 'closed';

/** The pull request that holds the content. */
export type PullRequestOutcome = {
  number: number;
  url: string;
  state: PullRequestState;
  /** This run has opened it. */
  opened: boolean;
  /** Who has been asked, and the labels it bears. */
  reviewers: string[];
  teamReviewers: string[];
  labels: string[];
};
