import { Config } from '@backstage/config';
import { CommitAuthor } from './types';

const DEFAULT_AUTHOR_NAME = 'Scaffolder';
const DEFAULT_AUTHOR_EMAIL = 'scaffolder@backstage.io';

/** The author that an input names, else the one of the app-config. */
export function commitAuthor(
  input: { gitAuthorName?: string; gitAuthorEmail?: string },
  config: Config,
): CommitAuthor {
  return {
    name:
      input.gitAuthorName ||
      config.getOptionalString('scaffolder.defaultAuthor.name') ||
      DEFAULT_AUTHOR_NAME,
    email:
      input.gitAuthorEmail ||
      config.getOptionalString('scaffolder.defaultAuthor.email') ||
      DEFAULT_AUTHOR_EMAIL,
  };
}
