import type { JsonObject, RepositoryRecord } from '../../store/types';
import type { ApiContext, Sandbox } from '../types';
import { nodeId, presentAccount } from './accounts';

type PresentContext = Pick<Sandbox, 'accounts' | 'urls'> &
  Pick<Partial<ApiContext>, 'viewer'>;

/** Addresses of a repository's parts; the braces are URI templates. */
const LINKS: Record<string, string> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

function presentLinks(
  context: PresentContext,
  record: RepositoryRecord,
): JsonObject {
  const api = context.urls.api('repos', record.owner, record.name);
  return {
    url: api,
    html_url: context.urls.page(record.owner, record.name),
    ...Object.fromEntries(
      Object.entries(LINKS).map(([key, suffix]) => [key, `${api}${suffix}`]),
    ),
  };
}

/** GitHub's `minimal-repository`, which is also a valid `repository`. */
export function presentRepository(
  context: PresentContext,
  record: RepositoryRecord,
): JsonObject {
  const owner = context.accounts.find(record.owner);
  const openPulls = record.pulls.filter(({ state }) => state === 'open').length;
  const gitUrl = `${context.urls.page(record.owner, record.name)}.git`;
  const write = Boolean(context.viewer) && !record.archived;
  return {
    id: record.id,
    node_id: nodeId('Repository', record.id),
    name: record.name,
    full_name: `${record.owner}/${record.name}`,
    private: record.visibility !== 'public',
    visibility: record.visibility,
    owner: owner ? presentAccount(context.urls, owner) : null,
    description: record.description,
    fork: false,
    ...presentLinks(context, record),
    created_at: record.createdAt,
    updated_at: record.updatedAt,
    pushed_at: record.pushedAt,
    git_url: gitUrl.replace(/^https?:/, 'git:'),
    ssh_url: gitUrl,
    clone_url: gitUrl,
    svn_url: context.urls.page(record.owner, record.name),
    homepage: record.homepage,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    ...record.settings,
    has_pages: false,
    has_downloads: false,
    forks_count: 0,
    mirror_url: null,
    archived: record.archived,
    disabled: false,
    open_issues_count: openPulls,
    license: null,
    topics: record.topics,
    forks: 0,
    open_issues: openPulls,
    watchers: 0,
    default_branch: record.defaultBranch,
    ...(context.viewer && {
      permissions: {
        admin: write,
        maintain: write,
        push: write,
        triage: write,
        pull: true,
      },
    }),
  };
}

/** GitHub's `full-repository`. */
export function presentFullRepository(
  context: PresentContext,
  record: RepositoryRecord,
): JsonObject {
  const owner = context.accounts.find(record.owner);
  return {
    ...presentRepository(context, record),
    temp_clone_token: null,
    custom_properties: record.customProperties,
    network_count: 0,
    subscribers_count: 0,
    ...(owner?.type === 'Organization' && {
      organization: presentAccount(context.urls, owner),
    }),
  };
}
