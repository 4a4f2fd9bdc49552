import { createHash } from 'node:crypto';
import type { Account, JsonObject, Team } from '../../store/types';
import type { Urls } from '../urls';

const EPOCH = '2020-01-01T00:00:00Z';

/** An opaque id as GitHub's GraphQL uses it. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** GitHub's `simple-user`, which organisations are presented as, too. */
export function presentAccount(urls: Urls, account: Account): JsonObject {
  const api = urls.api('users', account.login);
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: urls.page('_sandbox', 'avatar', `${account.login}.svg`),
    gravatar_id: '',
    url: api,
    html_url: urls.page(account.login),
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** GitHub's `public-user`; with `own` what only the user itself sees. */
export function presentFullUser(
  urls: Urls,
  account: Account,
  options: { repositories: number; own?: boolean },
): JsonObject {
  return {
    ...presentAccount(urls, account),
    name: account.login,
    company: null,
    blog: '',
    location: null,
    email: `${account.login}@users.noreply.localhost`,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: options.repositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: EPOCH,
    updated_at: EPOCH,
    ...(options.own && {
      user_view_type: 'private',
      private_gists: 0,
      total_private_repos: 0,
      owned_private_repos: 0,
      disk_usage: 0,
      collaborators: 0,
      two_factor_authentication: true,
    }),
  };
}

/** GitHub's `organization-simple`. */
export function presentOrganisation(urls: Urls, account: Account): JsonObject {
  const api = urls.api('orgs', account.login);
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: urls.page('_sandbox', 'avatar', `${account.login}.svg`),
    description: null,
  };
}

/** GitHub's `organization-full`. */
export function presentFullOrganisation(
  urls: Urls,
  account: Account,
  options: { repositories: number },
): JsonObject {
  return {
    ...presentOrganisation(urls, account),
    name: account.login,
    html_url: urls.page(account.login),
    has_organization_projects: false,
    has_repository_projects: false,
    public_repos: options.repositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: EPOCH,
    updated_at: EPOCH,
    archived_at: null,
    default_repository_permission: 'read',
    members_can_create_repositories: true,
  };
}

/** GitHub's `team`. */
export function presentTeam(
  urls: Urls,
  team: Team,
  permission = 'pull',
): JsonObject {
  const digest = createHash('sha256').update(team.organisation).digest('hex');
  const api = urls.api(
    'organizations',
    String(parseInt(digest.slice(0, 7), 16)),
    'team',
    String(team.id),
  );
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    url: api,
    html_url: urls.page('orgs', team.organisation, 'teams', team.slug),
    name: team.name,
    slug: team.slug,
    description: '',
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission,
    type: 'organization',
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    parent: null,
  };
}
