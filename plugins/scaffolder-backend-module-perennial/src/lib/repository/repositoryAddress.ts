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

/** Reads the repository in the format of RepoUrlPicker: `github.com?owner=acme&repo=orders`. */
export function parseRepositoryAddress(
  repoUrl: string,
  integrations: ScmIntegrations,
): RepositoryAddress {
  const { host, owner, repo } = parseRepoUrl(repoUrl, integrations);
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
