import type { Account } from '../store/types';
import { ApiError } from '../api/ApiError';
import type { GraphqlContext } from './resolvers';

/** GraphQL at GitHub answers nobody without a token. */
export function requiredAccount(context: GraphqlContext): Account {
  if (!context.viewer) {
    throw new ApiError(401, 'This endpoint requires you to be authenticated.');
  }
  return context.viewer;
}
