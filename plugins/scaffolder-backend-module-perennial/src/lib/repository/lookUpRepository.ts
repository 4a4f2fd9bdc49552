import { InputError } from '@backstage/errors';
import { GithubClient } from '../github/GithubClient';
import { GithubRepository } from '../github/types';
import { RepositoryAddress } from './types';

const MOVED = [301, 307, 308];

/**
 * The repository at an address; undefined where there is none, or none that
 * the token may see.
 */
export async function lookUpRepository(options: {
  address: RepositoryAddress;
  github: GithubClient;
  /** What a person does about a repository that has another name by now. */
  ifMoved: string;
  signal?: AbortSignal;
}): Promise<GithubRepository | undefined> {
  const { address, github, ifMoved, signal } = options;
  const { status, data } = await github.request<GithubRepository>({
    method: 'GET',
    path: `/repos/${address.owner}/${address.repo}`,
    accept: [404, ...MOVED],
    signal,
  });
  if (MOVED.includes(status)) {
    throw new InputError(
      `${address.owner}/${address.repo} on ${address.host} is the former name of a repository that was renamed or moved, ` +
        `and links to it still lead there. ${ifMoved}`,
    );
  }
  return status === 404 ? undefined : data;
}

/** Makes sure that GitHub's answer is about the repository that was asked for. */
export function checkRepository(
  address: RepositoryAddress,
  repository: GithubRepository,
): void {
  const cloneUrl = new URL(repository.clone_url);
  if (cloneUrl.host !== address.host) {
    // The token is sent there: only ever to the host that it was given for.
    throw new InputError(
      `The repository ${repository.full_name} is to be cloned from "${cloneUrl.host}", but the GitHub integration ` +
        `is configured for "${address.host}". Make \`integrations.github[].host\` the host that GitHub itself names.`,
    );
  }
  const expected = `${address.owner}/${address.repo}`;
  if (repository.full_name.toLowerCase() !== expected.toLowerCase()) {
    throw new InputError(
      `GitHub answered with the repository "${repository.full_name}" where "${expected}" was asked for. ` +
        'Correct the owner and the name in repoUrl.',
    );
  }
}
