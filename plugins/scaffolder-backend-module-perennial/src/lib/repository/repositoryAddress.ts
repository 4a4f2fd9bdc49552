import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { RepositoryAddress } from './types';

/** GitHub replaces anything else by dashes, which would make another name. */
const REPOSITORY_NAME = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/;
const OWNER_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
/** A safe subset of what Git allows for a branch. */
const BRANCH_NAME =
  /^(?!.*(\.\.|\/\/|\.lock(\/|$)|\.(\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9_./-]*(?<!\/)$/;

/** A location of the catalog: `url:https://github.com/acme/orders/tree/main/`. */
const LOCATION = /^(?:url:)?(?=https?:\/\/)/;

/**
 * Reads the repository in the format of RepoUrlPicker
 * (`github.com?owner=acme&repo=orders`), or of the location that the catalog
 * keeps of an entity (`url:https://github.com/acme/orders/tree/main/`).
 */
export function parseRepositoryAddress(
  repoUrl: string,
  integrations: ScmIntegrations,
): RepositoryAddress {
  const { host, owner, repo } = LOCATION.test(repoUrl)
    ? parseLocation(repoUrl)
    : parseRepoUrl(repoUrl, integrations);
  if (!integrations.github.byHost(host)) {
    throw new InputError(
      `repoUrl names the host "${host}", which is not a GitHub integration. ` +
        'Choose a host of `integrations.github` in the app-config, or publish with the action for that host.',
    );
  }
  return {
    host,
    owner: check('the owner in repoUrl', owner, OWNER_NAME),
    repo: check('the repository in repoUrl', repo, REPOSITORY_NAME),
  };
}

/** The address in the format of RepoUrlPicker, for a step after this one. */
export function formatRepositoryAddress(address: RepositoryAddress): string {
  const { host, owner, repo } = address;
  return `${host}?owner=${owner}&repo=${repo}`;
}

/** Refuses the name of a branch that Git or GitHub would not take. */
export function checkBranchName(input: string, name: string): string {
  return check(input, name, BRANCH_NAME);
}

/** Where the REST API of an address is. */
export function apiBaseUrlOf(
  integrations: ScmIntegrations,
  { host }: RepositoryAddress,
): string {
  const apiBaseUrl = integrations.github.byHost(host)?.config.apiBaseUrl;
  if (!apiBaseUrl) {
    throw new InputError(
      `The GitHub integration for "${host}" has no apiBaseUrl. Set it under \`integrations.github\` in the app-config.`,
    );
  }
  return apiBaseUrl;
}

function parseLocation(location: string): Partial<RepositoryAddress> & {
  host: string;
} {
  const address = location.replace(LOCATION, '');
  if (!URL.canParse(address)) {
    throw new InputError(
      `repoUrl is "${location}", which is no address. Give it in the format of RepoUrlPicker: github.com?owner=acme&repo=orders`,
    );
  }
  const { host, pathname } = new URL(address);
  const [owner, repo] = pathname.split('/').filter(Boolean);
  return { host, owner, repo: repo?.replace(/\.git$/, '') };
}

function check(
  subject: string,
  value: string | undefined,
  pattern: RegExp,
): string {
  if (!value || !pattern.test(value)) {
    throw new InputError(
      `${subject} is "${value ?? ''}", which GitHub does not take as it is. ` +
        'Use letters, digits, dashes, dots and underscores, beginning with a letter or digit.',
    );
  }
  return value;
}
