import { accessRoutes } from './access';
import { accountRoutes } from './accounts';
import { branchRoutes } from './branches';
import { commitRoutes } from './commits';
import { contentRoutes } from './contents';
import { gitDataRoutes } from './gitData';
import { gitRefRoutes } from './gitRefs';
import { issueRoutes } from './issues';
import { mergeRoutes } from './merges';
import { pullRoutes } from './pulls';
import { metaRoutes } from './meta';
import { repositoryRoutes } from './repositories';
import { statusRoutes } from './statuses';
import { teamRoutes } from './teams';
import type { ApiRoute } from './types';

/** All routes of the REST API, in the order in which they are tried. */
export const apiRoutes: ApiRoute[] = [
  ...metaRoutes,
  ...accountRoutes,
  ...teamRoutes,
  ...accessRoutes,
  ...repositoryRoutes,
  ...contentRoutes,
  // The longer addresses come before `/commits/{ref}`, which takes slashes.
  ...statusRoutes,
  ...commitRoutes,
  ...branchRoutes,
  ...gitDataRoutes,
  ...gitRefRoutes,
  ...pullRoutes,
  ...mergeRoutes,
  ...issueRoutes,
];
