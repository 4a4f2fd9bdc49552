import { Config } from '@backstage/config';
import {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { RetryPolicy } from '../retry/types';

/**
 * What an action that works on a GitHub repository needs of the backend.
 *
 * @public
 */
export interface GithubOptions {
  integrations: ScmIntegrations;
  config: Config;
  githubCredentialsProvider: GithubCredentialsProvider;
  /** How patiently GitHub is asked again. Members left out keep their defaults. */
  retry?: Partial<RetryPolicy>;
}
