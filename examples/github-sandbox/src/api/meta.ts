import type { JsonObject } from '../store/types';
import {
  readableRepository,
  requireViewer,
  writableRepository,
} from './authentication';
import { requiredText } from './input';
import type { ApiRoute } from './types';

/** Paths of the root document, by their key. */
const ROOT: Record<string, string> = {
  current_user_url: 'user',
  current_user_authorizations_html_url:
    'settings/connections/applications{/client_id}',
  authorizations_url: 'authorizations',
  code_search_url: 'search/code?q={query}{&page,per_page,sort,order}',
  commit_search_url: 'search/commits?q={query}{&page,per_page,sort,order}',
  emails_url: 'user/emails',
  emojis_url: 'emojis',
  events_url: 'events',
  feeds_url: 'feeds',
  followers_url: 'user/followers',
  following_url: 'user/following{/target}',
  gists_url: 'gists{/gist_id}',
  issue_search_url: 'search/issues?q={query}{&page,per_page,sort,order}',
  issues_url: 'issues',
  keys_url: 'user/keys',
  label_search_url:
    'search/labels?q={query}&repository_id={repository_id}{&page,per_page}',
  notifications_url: 'notifications',
  organization_url: 'orgs/{org}',
  organization_repositories_url: 'orgs/{org}/repos{?type,page,per_page,sort}',
  organization_teams_url: 'orgs/{org}/teams',
  public_gists_url: 'gists/public',
  rate_limit_url: 'rate_limit',
  repository_url: 'repos/{owner}/{repo}',
  repository_search_url:
    'search/repositories?q={query}{&page,per_page,sort,order}',
  current_user_repositories_url: 'user/repos{?type,page,per_page,sort}',
  starred_url: 'user/starred{/owner}{/repo}',
  starred_gists_url: 'gists/starred',
  user_url: 'users/{user}',
  user_organizations_url: 'user/orgs',
  user_repositories_url: 'users/{user}/repos{?type,page,per_page,sort}',
  user_search_url: 'search/users?q={query}{&page,per_page,sort,order}',
};

const HOUR_SECONDS = 3600;

function unlimited(): JsonObject {
  const reset = Math.floor(Date.now() / 1000) + HOUR_SECONDS;
  return { limit: 5000, remaining: 5000, reset, used: 0 };
}

/** The server itself, and the settings of a repository that are only kept. */
export const metaRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/',
    handler: async ({ urls }) => ({
      status: 200,
      body: Object.fromEntries(
        Object.entries(ROOT).map(([key, path]) => [
          key,
          `${urls.api()}/${path}`,
        ]),
      ),
    }),
  },
  {
    method: 'GET',
    template: '/meta',
    handler: async () => ({
      status: 200,
      // Backstage and others take a server with this field for GitHub Enterprise.
      body: {
        verifiable_password_authentication: false,
        installed_version: '3.17.0',
      },
    }),
  },
  {
    method: 'GET',
    template: '/rate_limit',
    handler: async () => ({
      status: 200,
      body: {
        resources: {
          core: unlimited(),
          search: unlimited(),
          graphql: unlimited(),
        },
        rate: unlimited(),
      },
    }),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/languages',
    handler: async context => {
      readableRepository(context);
      return { status: 200, body: {} };
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/forks',
    handler: async context => {
      readableRepository(context);
      return { status: 200, body: [] };
    },
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/subscription',
    handler: async context => {
      const record = writableRepository(context);
      const api = context.urls.api('repos', record.owner, record.name);
      return {
        status: 200,
        body: {
          subscribed: context.body.subscribed === true,
          ignored: context.body.ignored === true,
          reason: null,
          created_at: record.createdAt,
          url: `${api}/subscription`,
          repository_url: api,
        },
      };
    },
  },
  {
    method: 'POST',
    template: '/repos/{owner}/{repo}/actions/variables',
    handler: async context => {
      requireViewer(context);
      const name = requiredText(context.body, 'name', 'Variable');
      await context.store.update(writableRepository(context), draft => {
        draft.variables[name] = String(context.body.value ?? '');
      });
      return { status: 201, body: {} };
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/actions/secrets/public-key',
    handler: async context => {
      writableRepository(context);
      // The base point of Curve25519: a valid key whose secrets nobody here opens.
      const key = Buffer.alloc(32);
      key[0] = 9;
      return {
        status: 200,
        body: { key_id: '1', key: key.toString('base64') },
      };
    },
  },
  {
    method: 'PUT',
    template: '/repos/{owner}/{repo}/actions/secrets/{secret_name}',
    handler: async context => {
      const name = context.params.secret_name;
      const existed = await context.store.update(
        writableRepository(context),
        draft => {
          const known = draft.secrets.includes(name);
          draft.secrets = [...new Set([...draft.secrets, name])];
          return known;
        },
      );
      return existed ? { status: 204 } : { status: 201, body: {} };
    },
  },
];
