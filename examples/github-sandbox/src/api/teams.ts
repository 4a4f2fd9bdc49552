import { notFound } from './ApiError';
import { requireViewer } from './authentication';
import { presentFullOrganisation, presentTeam } from './present/accounts';
import type { ApiRoute } from './types';

/** One team with its organisation. */
export const teamRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/orgs/{org}/teams/{team_slug}',
    handler: async context => {
      requireViewer(context);
      const organisation = context.accounts.find(context.params.org);
      const team = context.accounts
        .teamsOf(context.params.org)
        .find(({ slug }) => slug === context.params.team_slug);
      if (!organisation || !team) {
        throw notFound();
      }
      const repositories = context.store
        .list()
        .filter(record => record.owner === organisation.login);
      return {
        status: 200,
        body: {
          ...presentTeam(context.urls, team),
          created_at: '2020-01-01T00:00:00Z',
          updated_at: '2020-01-01T00:00:00Z',
          members_count: 1,
          repos_count: repositories.filter(({ teams }) => teams[team.slug])
            .length,
          organization: presentFullOrganisation(context.urls, organisation, {
            repositories: repositories.length,
          }),
        },
      };
    },
  },
];
