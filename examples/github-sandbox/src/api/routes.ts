import { accountRoutes } from './accounts';
import { commitRoutes } from './commits';
import { contentRoutes } from './contents';
import { repositoryRoutes } from './repositories';
import { statusRoutes } from './statuses';
import type { ApiRoute } from './types';

/** All routes of the REST API, in the order in which they are tried. */
export const apiRoutes: ApiRoute[] = [
  ...accountRoutes,
  ...repositoryRoutes,
  ...contentRoutes,
  ...statusRoutes,
  ...commitRoutes,
];
