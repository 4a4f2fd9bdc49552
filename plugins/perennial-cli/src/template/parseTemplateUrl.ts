import { InputError } from '@backstage/errors';

/** What a template's URL names. */
export interface TemplateUrl {
  /** The repository, for `git clone`. */
  repository: string;
  /** Branch or tag; the default branch where it is missing. */
  ref?: string;
  /** Folder in the repository. */
  path: string;
}

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** GitHub, Gitea and the like have /tree/, GitLab has /-/tree/. */
const IN_REPOSITORY = /^(\/.+?)\/(?:-\/)?(?:tree|blob)\/([^/]+)(?:\/(.*))?$/;
const REF = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Takes a template's URL apart and refuses what must not reach Git. */
export function parseTemplateUrl(text: string): TemplateUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) {
    throw new InputError(`'${text}' is not a valid URL.`);
  }
  checkProtocol(url);
  if (url.username || url.password) {
    throw new InputError(
      `The URL of the template holds a user name or password. Leave it out and let Git's credential helper provide it.`,
    );
  }
  const match =
    url.protocol === 'file:' ? undefined : IN_REPOSITORY.exec(url.pathname);
  const [, repository, ref, path = ''] = match ?? [undefined, url.pathname];
  if (ref !== undefined && !REF.test(ref)) {
    throw new InputError(
      `'${ref}' in the URL of the template is not a branch or tag that can be used here.`,
    );
  }
  return {
    repository: `${url.protocol}//${url.host}${repository}`,
    ref,
    path: checkFolder(decodeURIComponent(path)),
  };
}

function checkProtocol(url: URL): void {
  const local = LOCAL_HOSTS.has(url.hostname);
  const allowed =
    url.protocol === 'https:' ||
    url.protocol === 'file:' ||
    (url.protocol === 'http:' && local);
  if (!allowed) {
    throw new InputError(
      `A template cannot be fetched by ${url.protocol}//${
        url.protocol === 'http:' ? ' from another machine' : ''
      }. Use https://, or clone it yourself and give the folder.`,
    );
  }
}

function checkFolder(path: string): string {
  const parts = path
    .replace(/(?:^|\/)template\.yaml$/, '')
    .split('/')
    .filter(part => part !== '');
  if (
    parts.some(part => part === '..' || part === '.' || /[\\\0]/.test(part))
  ) {
    throw new InputError(
      `The path '${path}' in the URL of the template leads out of its repository.`,
    );
  }
  return parts.join('/');
}
