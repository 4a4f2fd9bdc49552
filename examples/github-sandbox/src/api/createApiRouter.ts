import express, { Router, type Request, type Response } from 'express';
import { randomUUID } from 'node:crypto';
import { RepositoryNameError } from '../store/RepositoryStore';
import { viewerOf } from './authentication';
import { ApiError, notFound } from './ApiError';
import { RateLimit } from './RateLimit';
import { apiRoutes } from './routes';
import type { ApiAnswer, ApiRoute, Sandbox } from './types';

const BODY_LIMIT = '100mb';

/** Parameters that may hold slashes, encoded or not. */
const WIDE_PARAMETERS = ['path', 'ref', 'branch', 'basehead', 'commit_sha'];

interface CompiledRoute extends ApiRoute {
  pattern: RegExp;
  names: string[];
}

function compile(route: ApiRoute): CompiledRoute {
  const names: string[] = [];
  const source = route.template.replace(/\/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    if (name === 'path') {
      // The root of the repository has no path at all.
      return '(?:/(.*))?';
    }
    return WIDE_PARAMETERS.includes(name) ? '/(.+)' : '/([^/]+)';
  });
  return { ...route, names, pattern: new RegExp(`^${source}/?$`) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

function send(response: Response, answer: ApiAnswer) {
  response.status(answer.status).set(answer.headers ?? {});
  if (answer.bytes) {
    if (!response.get('Content-Type')) {
      response.type('application/octet-stream');
    }
    response.send(answer.bytes);
  } else if (answer.body === undefined) {
    response.end();
  } else {
    response.type('application/json; charset=utf-8');
    // Express adds an ETag, and answers 304 where the client has this one.
    response.json(answer.body);
  }
}

function toApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) {
    return error;
  }
  return error instanceof RepositoryNameError && error.problem === 'missing'
    ? notFound()
    : undefined;
}

/** The REST API, to be mounted at `/api/v3`. */
export function createApiRouter(
  sandbox: Sandbox,
  log?: (line: string) => void,
): Router {
  const routes = apiRoutes.map(compile);
  const rateLimit = new RateLimit();
  const router = Router();
  router.use((_request, response, next) => {
    response.set({
      'X-GitHub-Request-Id': randomUUID().toUpperCase(),
      'X-GitHub-Media-Type': 'github.v3; format=json',
      'X-GitHub-Api-Version-Selected': '2022-11-28',
    });
    next();
  });
  router.use(express.json({ limit: BODY_LIMIT, type: () => true }));
  router.use(async (request, response, next) => {
    try {
      response.set(rateLimit.headers(request.get('authorization')));
      const viewer = viewerOf(request, sandbox);
      if (viewer) {
        response.set('X-OAuth-Scopes', 'repo, workflow, read:org, delete_repo');
      }
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const path = request.path;
      for (const route of routes) {
        const match =
          route.method === method ? route.pattern.exec(path) : undefined;
        if (match) {
          const answer = await route.handler({
            ...sandbox,
            params: Object.fromEntries(
              route.names.map((name, index) => [
                name,
                decode(match[index + 1] ?? ''),
              ]),
            ),
            query: new URL(request.originalUrl, 'http://localhost')
              .searchParams,
            body: request.body ?? {},
            viewer,
            accept: request.get('accept') ?? '',
            request,
          });
          if (answer.stream) {
            response.status(answer.status).set(answer.headers ?? {});
            await answer.stream(response);
          } else {
            send(response, answer);
          }
          return;
        }
      }
      throw notFound();
    } catch (error) {
      next(error);
    }
  });
  router.use(
    (
      error: Error & { status?: number },
      _request: Request,
      response: Response,
      _next: express.NextFunction,
    ) => {
      const known =
        toApiError(error) ??
        (error.status === 400
          ? new ApiError(400, 'Problems parsing JSON')
          : undefined);
      if (!known) {
        log?.(`Unexpected error: ${error.stack}`);
      }
      const answer = known ?? new ApiError(500, 'Server Error');
      if (response.headersSent) {
        response.destroy();
      } else {
        response.status(answer.status).json(answer.toBody());
      }
    },
  );
  return router;
}
