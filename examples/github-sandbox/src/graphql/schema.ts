import { buildSchema } from 'graphql';

/** The part of GitHub's GraphQL schema that is served, under its own names. */
export const schema = buildSchema(`
  scalar URI
  scalar GitObjectID
  scalar Base64String
  scalar DateTime

  enum PullRequestState { OPEN CLOSED MERGED }
  enum RepositoryVisibility { PUBLIC PRIVATE INTERNAL }

  type Query {
    viewer: User!
    repository(owner: String!, name: String!, followRenames: Boolean = true): Repository
    rateLimit: RateLimit
  }

  type RateLimit { limit: Int! cost: Int! remaining: Int! used: Int! resetAt: DateTime! }

  type User { id: ID! login: String! url: URI! }
  type RepositoryOwner { id: ID! login: String! url: URI! }

  type Repository {
    id: ID!
    databaseId: Int
    name: String!
    nameWithOwner: String!
    description: String
    url: URI!
    isPrivate: Boolean!
    isArchived: Boolean!
    visibility: RepositoryVisibility!
    owner: RepositoryOwner!
    defaultBranchRef: Ref
    ref(qualifiedName: String!): Ref
    pullRequest(number: Int!): PullRequest
    pullRequests(first: Int, last: Int, after: String, states: [PullRequestState!], headRefName: String, baseRefName: String): PullRequestConnection!
  }

  type Ref {
    id: ID!
    name: String!
    prefix: String!
    target: GitObject
    associatedPullRequests(first: Int, last: Int, after: String, states: [PullRequestState!], headRefName: String, baseRefName: String): PullRequestConnection!
  }

  type GitObject { oid: GitObjectID! }

  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }

  type PullRequestConnection {
    totalCount: Int!
    nodes: [PullRequest]
    edges: [PullRequestEdge]
    pageInfo: PageInfo!
  }
  type PullRequestEdge { cursor: String! node: PullRequest }

  type PullRequest {
    id: ID!
    number: Int!
    title: String!
    body: String!
    url: URI!
    state: PullRequestState!
    isDraft: Boolean!
    merged: Boolean!
    headRefName: String!
    headRefOid: GitObjectID!
    baseRefName: String!
    baseRefOid: GitObjectID!
    createdAt: DateTime!
    updatedAt: DateTime!
    mergedAt: DateTime
    closedAt: DateTime
  }

  type Mutation {
    createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
  }

  input CreateCommitOnBranchInput {
    branch: CommittableBranch!
    clientMutationId: String
    expectedHeadOid: GitObjectID!
    fileChanges: FileChanges
    message: CommitMessage!
  }
  input CommittableBranch { id: ID branchName: String repositoryNameWithOwner: String }
  input CommitMessage { headline: String! body: String = "" }
  input FileChanges { additions: [FileAddition!] = [] deletions: [FileDeletion!] = [] }
  input FileAddition { path: String! contents: Base64String! }
  input FileDeletion { path: String! }

  type CreateCommitOnBranchPayload { clientMutationId: String commit: Commit ref: Ref }
  type Commit { oid: GitObjectID! url: URI! }
`);
