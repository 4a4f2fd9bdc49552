import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { GithubCredentialsProvider } from '@backstage/integration';
import { RepositoryAddress } from './types';

/** The token to work with. It goes into headers only: no output, log line or checkpoint holds it. */
export async function readToken(options: {
  address: RepositoryAddress;
  token?: string;
  config: Config;
  githubCredentialsProvider: GithubCredentialsProvider;
}): Promise<string> {
  const { address, config, githubCredentialsProvider } = options;
  if (options.token) {
    return options.token;
  }
  if (config.getOptionalBoolean('scaffolder.requireScmUserCredentials')) {
    throw new InputError(
      'scaffolder.requireScmUserCredentials is set, and the step has no `token`. ' +
        'Let RepoUrlPicker request user credentials and hand them over: `token: ${{ secrets.USER_OAUTH_TOKEN }}`.',
    );
  }
  // Of the owner, not of the repository: an app that is installed for chosen
  // repositories is not refused because one does not exist yet.
  const { token } = await githubCredentialsProvider.getCredentials({
    url: `https://${address.host}/${address.owner}`,
  });
  if (!token) {
    throw new InputError(
      `There is no token for ${address.owner}/${address.repo} on ${address.host}. Set \`token\` or \`apps\` for this host ` +
        'under `integrations.github` in the app-config.',
    );
  }
  return token;
}
