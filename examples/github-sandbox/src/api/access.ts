import type { RepositoryRecord } from '../store/types';
import { ApiError, notFound } from './ApiError';
import { requireViewer, writableRepository } from './authentication';
import { optionalText } from './input';
import { paginate } from './pagination';
import { presentAccount, presentTeam } from './present/accounts';
import { presentRepository } from './present/repositories';
import type { ApiAnswer, ApiContext, ApiRoute } from './types';

const LEVELS = ['pull', 'triage', 'push', 'maintain', 'admin'];
const COLLABORATOR = '/repos/{owner}/{repo}/collaborators/{username}';
const TEAM_REPOSITORY = '/orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}';

/** The name of a role, as GitHub gives it for the permission of the API. */
const ROLES: Record<string, string> = { pull: 'read', push: 'write' };

function permissionsOf(level: string) {
  const rank = LEVELS.indexOf(level);
  return Object.fromEntries(LEVELS.map((name, index) => [name, index <= rank]));
}

function levelIn(context: ApiContext, fallback: string): string {
  const level = optionalText(context.body, 'permission') ?? fallback;
  if (!LEVELS.includes(level)) {
    throw new ApiError(422, `Validation Failed`, [
      {
        resource: 'Repository',
        field: 'permission',
        code: 'invalid',
        message: `${level} is not one of ${LEVELS.join(', ')}`,
      },
    ]);
  }
  return level;
}

function namedUser(context: ApiContext) {
  const account = context.accounts.find(context.params.username);
  if (!account) {
    throw notFound();
  }
  return account;
}

function namedTeam(context: ApiContext) {
  requireViewer(context);
  const team = context.accounts
    .teamsOf(context.params.org)
    .find(({ slug }) => slug === context.params.team_slug);
  if (!team) {
    throw notFound();
  }
  return team;
}

/** Everyone of the owner, and those added: name and level. */
function levelsOf(
  context: ApiContext,
  record: RepositoryRecord,
): [string, string][] {
  return Object.entries({
    [context.accounts.viewer.login]: 'admin',
    ...record.collaborators,
  });
}

async function listCollaborators(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context, { evenArchived: true });
  const { items, headers } = paginate(context, levelsOf(context, record));
  return {
    status: 200,
    headers,
    body: items.flatMap(([login, level]) => {
      const account = context.accounts.find(login);
      return account
        ? [
            {
              ...presentAccount(context.urls, account),
              permissions: permissionsOf(level),
              role_name: ROLES[level] ?? level,
            },
          ]
        : [];
    }),
  };
}

async function addCollaborator(context: ApiContext): Promise<ApiAnswer> {
  const account = namedUser(context);
  const level = levelIn(context, 'push');
  await context.store.update(writableRepository(context), draft => {
    draft.collaborators[account.login] = level;
  });
  // No invitation to accept here: 204 is GitHub's answer for a member.
  return { status: 204 };
}

async function readPermission(context: ApiContext): Promise<ApiAnswer> {
  const record = writableRepository(context, { evenArchived: true });
  const account = namedUser(context);
  const [, level] = levelsOf(context, record).find(
    ([login]) => login === account.login,
  ) ?? ['', record.visibility === 'public' ? 'pull' : 'none'];
  const role = ROLES[level] ?? level;
  return {
    status: 200,
    body: {
      permission: role,
      role_name: role,
      user: {
        ...presentAccount(context.urls, account),
        permissions: permissionsOf(level),
        role_name: role,
      },
    },
  };
}

/** Collaborators of a repository, teams of an organisation. */
export const accessRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/collaborators',
    handler: listCollaborators,
  },
  {
    method: 'GET',
    template: `${COLLABORATOR}/permission`,
    handler: readPermission,
  },
  {
    method: 'GET',
    template: COLLABORATOR,
    handler: async context => {
      const record = writableRepository(context, { evenArchived: true });
      const { login } = namedUser(context);
      if (!levelsOf(context, record).some(([name]) => name === login)) {
        throw notFound();
      }
      return { status: 204 };
    },
  },
  { method: 'PUT', template: COLLABORATOR, handler: addCollaborator },
  {
    method: 'DELETE',
    template: COLLABORATOR,
    handler: async context => {
      const { login } = namedUser(context);
      await context.store.update(writableRepository(context), draft => {
        delete draft.collaborators[login];
      });
      return { status: 204 };
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/teams',
    handler: async context => {
      const record = writableRepository(context, { evenArchived: true });
      const { items, headers } = paginate(
        context,
        context.accounts
          .teamsOf(record.owner)
          .filter(({ slug }) => record.teams[slug]),
      );
      return {
        status: 200,
        headers,
        body: items.map(team =>
          presentTeam(context.urls, team, record.teams[team.slug]),
        ),
      };
    },
  },
  {
    method: 'GET',
    template: '/orgs/{org}/teams',
    handler: async context => {
      requireViewer(context);
      const { items, headers } = paginate(
        context,
        context.accounts.teamsOf(context.params.org),
      );
      return {
        status: 200,
        headers,
        body: items.map(team => presentTeam(context.urls, team)),
      };
    },
  },
  {
    method: 'GET',
    template: '/orgs/{org}/teams/{team_slug}/repos',
    handler: async context => {
      const team = namedTeam(context);
      const { items, headers } = paginate(
        context,
        context.store
          .list()
          .filter(
            ({ teams, owner }) =>
              owner === team.organisation && teams[team.slug],
          ),
      );
      return {
        status: 200,
        headers,
        body: items.map(record => presentRepository(context, record)),
      };
    },
  },
  {
    method: 'PUT',
    template: TEAM_REPOSITORY,
    handler: async context => {
      const team = namedTeam(context);
      const level = levelIn(context, 'push');
      await context.store.update(writableRepository(context), draft => {
        draft.teams[team.slug] = level;
      });
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    template: TEAM_REPOSITORY,
    handler: async context => {
      const team = namedTeam(context);
      await context.store.update(writableRepository(context), draft => {
        delete draft.teams[team.slug];
      });
      return { status: 204 };
    },
  },
];
