import { InputError } from '@backstage/errors';
import { GithubCredentialsProvider } from '@backstage/integration';
import { PublishPlan } from './types';

/** The token to work with. It goes into headers only: no output, log line or checkpoint holds it. */
export async function readToken(options: {
  plan: PublishPlan;
  token?: string;
  requireUserCredentials: boolean;
  githubCredentialsProvider: GithubCredentialsProvider;
}): Promise<string> {
  const { plan, requireUserCredentials, githubCredentialsProvider } = options;
  if (options.token) {
    return options.token;
  }
  if (requireUserCredentials) {
    throw new InputError(
      'scaffolder.requireScmUserCredentials is set, and the step has no `token`. ' +
        'Let RepoUrlPicker request user credentials and hand them over: `token: ${{ secrets.USER_OAUTH_TOKEN }}`.',
    );
  }
  // Of the owner, not of the repository: an app that is installed for chosen
  // repositories is not refused because one does not exist yet.
  const { token } = await githubCredentialsProvider.getCredentials({
    url: `https://${plan.host}/${plan.owner}`,
  });
  if (!token) {
    throw new InputError(
      `There is no token for ${plan.owner}/${plan.repo} on ${plan.host}. Set \`token\` or \`apps\` for this host ` +
        'under `integrations.github` in the app-config.',
    );
  }
  return token;
}
