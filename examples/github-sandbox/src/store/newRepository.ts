import type { JsonObject, RepositoryRecord, RepositorySettings } from './types';

const DEFAULT_SETTINGS: RepositorySettings = {
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  has_discussions: false,
  is_template: false,
  allow_merge_commit: true,
  allow_squash_merge: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  allow_forking: true,
  delete_branch_on_merge: false,
  web_commit_signoff_required: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
  merge_commit_title: 'MERGE_MESSAGE',
  merge_commit_message: 'PR_TITLE',
};

/** The settings of a request's body over the given ones; others in it are ignored. */
export function changeSettings(
  settings: RepositorySettings,
  body: JsonObject,
): RepositorySettings {
  const known = Object.entries(settings).map(([key, value]) => [
    key,
    typeof body[key] === typeof value ? body[key] : value,
  ]);
  return Object.fromEntries(known);
}

/** What is known of a repository that has just been made. */
export function newRepository(options: {
  id: number;
  owner: string;
  name: string;
  description?: string;
  homepage?: string;
  visibility: RepositoryRecord['visibility'];
  body: JsonObject;
}): RepositoryRecord {
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  return {
    id: options.id,
    owner: options.owner,
    name: options.name,
    description: options.description ?? null,
    homepage: options.homepage ?? null,
    visibility: options.visibility,
    defaultBranch: 'main',
    archived: false,
    topics: [],
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
    settings: changeSettings(DEFAULT_SETTINGS, options.body),
    customProperties: {},
    collaborators: {},
    teams: {},
    protection: {},
    variables: {},
    secrets: [],
    labels: [],
    pulls: [],
    comments: [],
    statuses: [],
  };
}
