import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type PreviewAnswer,
  type PreviewRequest,
  perennialPreviewReadPermission,
  previewRequestSchema,
} from '@perennial/plugin-perennial-common';
import express from 'express';
import Router from 'express-promise-router';
import type { PreviewCredentials, PreviewMaker } from '../preview/PreviewMaker';
import type { PreviewQueue } from '../preview/PreviewQueue';
import type { PreviewLimits } from '../preview/limits';
import { answerErrors } from './answerErrors';
import { limitRate } from './limitRate';
import { watchRequest } from './watchRequest';

/** What the routes are made of. */
export interface RouterOptions {
  maker: Pick<PreviewMaker, 'make'>;
  queue: PreviewQueue;
  limits: PreviewLimits;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  logger: LoggerService;
}

/** The routes of the plugin: `POST /preview`. */
export function createRouter(options: RouterOptions): express.Router {
  const { limits, httpAuth, permissions, logger } = options;
  const router = Router();

  const authorize: express.RequestHandler = async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const [decision] = await permissions.authorize(
      [{ permission: perennialPreviewReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not see previews: ${perennialPreviewReadPermission.name} is not allowed to you.`,
      );
    }
    response.locals.credentials = credentials;
    return 'next';
  };

  router.post(
    '/preview',
    authorize,
    limitRate({ maximum: limits.perMinute, keyOf: userOf }),
    // Only who may ask is listened to.
    express.json({ limit: limits.bodyBytes }),
    async (request, response) => {
      response.json(await preview(request, response, options));
    },
  );
  router.use(answerErrors(logger));
  return router;
}

async function preview(
  request: express.Request,
  response: express.Response,
  options: RouterOptions,
): Promise<PreviewAnswer> {
  const { auditor, queue, maker, limits } = options;
  const wish = readBody(request.body);
  const event = await auditor.createEvent({
    eventId: 'preview-read',
    severityLevel: 'low',
    request,
    meta: { templateRef: wish.templateRef },
  });
  const watch = watchRequest(response, limits.timeoutMilliseconds);
  try {
    const answer = await queue.run(
      {
        user: userOf(response),
        // Opening one file must not end the preview that is being made.
        subject: `${wish.paths ? 'texts' : 'preview'} of ${wish.templateRef}`,
        signal: watch.signal,
      },
      signal => maker.make(wish, credentialsOf(response), signal),
    );
    await event.success({ meta: { files: answer.files.length } });
    return answer;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  } finally {
    watch.stop();
  }
}

function readBody(body: unknown): PreviewRequest {
  const result = previewRequestSchema.safeParse(body);
  if (!result.success) {
    const list = result.error.issues.map(
      issue => `${issue.path.join('.') || 'the body'}: ${issue.message}`,
    );
    throw new InputError(
      `The request does not hold: ${list.slice(0, 10).join('; ')}.`,
    );
  }
  return result.data;
}

function credentialsOf(response: express.Response): PreviewCredentials {
  return response.locals.credentials as PreviewCredentials;
}

function userOf(response: express.Response): string {
  return credentialsOf(response).principal.userEntityRef;
}
