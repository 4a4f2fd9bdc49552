/** A repository on the host of a GitHub integration. */
export interface RepositoryAddress {
  host: string;
  owner: string;
  repo: string;
}

/** Who a commit says that it is by. */
export interface CommitAuthor {
  name: string;
  email: string;
}
