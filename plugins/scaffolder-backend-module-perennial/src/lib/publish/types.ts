import { CommitAuthor, RepositoryAddress } from '../repository/types';

/** Everything that publishing needs to know, checked and with defaults filled in. */
export interface PublishPlan extends RepositoryAddress {
  description: string;
  homepage: string;
  visibility: RepositoryVisibility;
  /** Settings of the repository under GitHub's own names; left out: GitHub's defaults. */
  settings: Record<string, boolean | string>;
  branch: string;
  commitMessage: string;
  author: CommitAuthor;
  topics: string[];
  collaborators: Collaborator[];
  protection?: BranchProtection;
  /** Folder whose content becomes the repository. */
  sourceDirectory: string;
  /** Address of the task's page: what its repository is known by. */
  mark: string;
  /** What the marks of all tasks of this portal begin with. */
  markPrefix: string;
}

export type RepositoryVisibility = 'private' | 'public' | 'internal';

export interface Collaborator {
  kind: 'team' | 'user';
  name: string;
  permission: string;
  /** The task fails without it; others are warned about. */
  essential: boolean;
}

export interface BranchProtection {
  requiredApprovingReviewCount: number;
  requireCodeOwnerReviews: boolean;
  requiredStatusCheckContexts: string[];
}

/**
 * The repository that this task may write to, or one in which its work is
 * done already. A type and not an interface: it is kept as JSON.
 */
export type RepositoryClaim = {
  cloneUrl: string;
  htmlUrl: string;
  /** Gives the commit its date: the same for everyone who looks. */
  createdAt: string;
  defaultBranch: string;
} & ({ state: 'ours' } | { state: 'published'; commitHash: string });
