import type { z as zod } from 'zod/v3';

/* Input that several actions have in common, as Backstage's own actions name it. */

type Zod = typeof zod;

/** A text that may be left out. */
export const text = (description: string) => (z: Zod) =>
  z.string({ description }).optional();

/** A choice of yes and no that may be left out. */
export const flag = (description: string) => (z: Zod) =>
  z.boolean({ description }).optional();

/** A list of texts that may be left out. */
export const texts = (description: string) => (z: Zod) =>
  z.array(z.string(), { description }).optional();

/** For actions on a repository that exists: the catalog may know where it is. */
export const existingRepoUrlInput = (z: Zod) =>
  z.string({
    description:
      'The repository in the format of RepoUrlPicker (`github.com?owner=acme&repo=orders`), or the `backstage.io/source-location` of an entity',
  });

export const repoUrlInput = (z: Zod) =>
  z.string({
    description:
      'The repository in the format of RepoUrlPicker: `github.com?owner=acme&repo=orders`',
  });

export const authorInputs = {
  gitAuthorName: text(
    'Name of the commit author. Default: `scaffolder.defaultAuthor.name` of the app-config, else `Scaffolder`',
  ),
  gitAuthorEmail: text(
    'Email address of the commit author. Default: `scaffolder.defaultAuthor.email` of the app-config, else `scaffolder@backstage.io`',
  ),
};

export const tokenInput = text(
  'Token to work with, as a secret: `${{ secrets.USER_OAUTH_TOKEN }}`. Default: the credentials of the GitHub integration',
);
