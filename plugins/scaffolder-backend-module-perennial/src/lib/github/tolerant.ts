import { LoggerService } from '@backstage/backend-plugin-api';
import { GithubClient } from './GithubClient';
import { GithubRequest } from './types';

/** Refusals that a person mends on GitHub later: the work itself is done. */
const FORGIVABLE_ERRORS = ['InputError', 'NotAllowedError'];

/** Makes a call whose refusal is no more than a warning. */
export async function requestTolerantly(options: {
  github: GithubClient;
  logger: LoggerService;
  /** What is skipped then, for the warning: `Setting the topics`. */
  what: string;
  request: GithubRequest;
}): Promise<void> {
  const { github, logger, what, request } = options;
  try {
    await github.request(request);
  } catch (error) {
    if (!(error instanceof Error && FORGIVABLE_ERRORS.includes(error.name))) {
      throw error;
    }
    logger.warn(`${what} was skipped: ${error.message}`);
  }
}
