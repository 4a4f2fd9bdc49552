import { notFound } from './ApiError';
import { requireViewer } from './authentication';
import { paginate } from './pagination';
import {
  presentFullOrganisation,
  presentFullUser,
  presentOrganisation,
} from './present/accounts';
import type { ApiContext, ApiRoute } from './types';

function repositoriesOf(context: ApiContext, login: string): number {
  return context.store.list().filter(({ owner }) => owner === login).length;
}

/** Users and organisations. */
export const accountRoutes: ApiRoute[] = [
  {
    method: 'GET',
    template: '/user',
    handler: async context => {
      const viewer = requireViewer(context);
      const repositories = repositoriesOf(context, viewer.login);
      return {
        status: 200,
        body: presentFullUser(context.urls, viewer, {
          repositories,
          own: true,
        }),
      };
    },
  },
  {
    method: 'GET',
    template: '/user/orgs',
    handler: async context => {
      requireViewer(context);
      const { items, headers } = paginate(
        context,
        context.accounts.list().filter(({ type }) => type === 'Organization'),
      );
      return {
        status: 200,
        headers,
        body: items.map(each => presentOrganisation(context.urls, each)),
      };
    },
  },
  {
    method: 'GET',
    template: '/users/{username}',
    handler: async context => {
      const account = context.accounts.find(context.params.username);
      if (!account) {
        throw notFound();
      }
      const repositories = repositoriesOf(context, account.login);
      return {
        status: 200,
        body: presentFullUser(context.urls, account, { repositories }),
      };
    },
  },
  {
    method: 'GET',
    template: '/orgs/{org}',
    handler: async context => {
      const account = context.accounts.find(context.params.org);
      if (account?.type !== 'Organization') {
        throw notFound();
      }
      const repositories = repositoriesOf(context, account.login);
      return {
        status: 200,
        body: presentFullOrganisation(context.urls, account, { repositories }),
      };
    },
  },
];
