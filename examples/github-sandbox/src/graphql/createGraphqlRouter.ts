import express, { Router, type Request, type Response } from 'express';
import { graphql, GraphQLError } from 'graphql';
import { viewerOf } from '../api/authentication';
import { ApiError } from '../api/ApiError';
import { nodeId } from '../api/present/accounts';
import type { Sandbox } from '../api/types';
import {
  createCommitOnBranch,
  type CreateCommitInput,
} from './createCommitOnBranch';
import { requiredAccount } from './requiredAccount';
import { repositoryNode, type GraphqlContext } from './resolvers';
import { schema } from './schema';

const BODY_LIMIT = '100mb';
const HOUR_MS = 3_600_000;

function createRoot(context: GraphqlContext) {
  return {
    viewer: () => {
      const account = requiredAccount(context);
      return {
        id: nodeId('User', account.id),
        login: account.login,
        url: context.urls.page(account.login),
      };
    },
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const record = context.store.find(owner, name);
      if (!record) {
        throw new GraphQLError(
          `Could not resolve to a Repository with the name '${owner}/${name}'.`,
          { extensions: { type: 'NOT_FOUND' } },
        );
      }
      return repositoryNode(context, record);
    },
    rateLimit: () => ({
      limit: 5000,
      cost: 1,
      remaining: 4999,
      used: 1,
      resetAt: new Date(Date.now() + HOUR_MS).toISOString(),
    }),
    createCommitOnBranch: ({ input }: { input: CreateCommitInput }) =>
      createCommitOnBranch(context, input),
  };
}

async function answer(sandbox: Sandbox, request: Request, response: Response) {
  const context = { ...sandbox, viewer: viewerOf(request, sandbox) };
  requiredAccount(context);
  const { query, variables, operationName } = request.body ?? {};
  if (typeof query !== 'string') {
    throw new ApiError(
      400,
      'A query attribute must be specified and must be a string.',
    );
  }
  const result = await graphql({
    schema,
    source: query,
    rootValue: createRoot(context),
    variableValues: variables,
    operationName,
  });
  response.json({
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors && {
      // GitHub puts the type beside the message, not among the extensions.
      errors: result.errors.map(error => ({
        ...(error.extensions.type ? { type: error.extensions.type } : {}),
        path: error.path,
        locations: error.locations,
        message: error.message,
      })),
    }),
  });
}

/** The GraphQL API, to be mounted at `/api/graphql`. */
export function createGraphqlRouter(sandbox: Sandbox): Router {
  const router = Router();
  router.use(express.json({ limit: BODY_LIMIT, type: () => true }));
  router.post('/', (request, response, next) => {
    answer(sandbox, request, response).catch(error => {
      if (error instanceof ApiError) {
        response.status(error.status).json(error.toBody());
      } else {
        next(error);
      }
    });
  });
  return router;
}
