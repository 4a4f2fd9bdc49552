import type { ConformanceAuth } from '../auth/types';
import type {
  JsonObject,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import { runConformance } from '../runConformance';
import type { Report } from '../runner/types';
import { title } from '../report/text';
import { tokenVerifier } from './authenticate';
import { documentOf } from './models';
import { ReferenceService } from './ReferenceService';
import { serve } from './serve';
import type { Authenticate } from './ReferenceService';
import type { Handler } from './types';

/** The settings of the reference service's tokens. */
export const JWT = {
  secret: 'a secret that is long enough for HS256',
  issuer: 'https://issuer.example.test',
  audience: 'reference',
};

/** Runs the suite against the reference service, with something in between. */
export async function conformanceOf(options: {
  /** What the suite expects. */
  model: ResolvedModel;
  /** What the service does; the same where left out. */
  served?: ResolvedModel;
  document?: JsonObject;
  only?: string[];
  authenticate?: Authenticate;
  wrap?: (handler: Handler) => Handler;
  auth?: ConformanceAuth;
}): Promise<Report> {
  const { model, served = model, wrap = handler => handler } = options;
  const service = ReferenceService.create({
    model: served,
    document: options.document ?? documentOf(model),
    authenticate:
      options.authenticate ??
      (served.hasOwned ? tokenVerifier(JWT) : undefined),
  });
  const server = await serve(wrap(service.handle));
  try {
    return await runConformance({
      baseUrl: server.baseUrl,
      model,
      only: options.only,
      seed: 7,
      auth: options.auth ?? (model.hasOwned ? { jwt: JWT } : undefined),
    });
  } finally {
    await server.close();
  }
}

/** Titles of the checks that failed. */
export function failedTitles(report: Report): string[] {
  return report.results
    .filter(result => result.status === 'fail')
    .map(result => title(result));
}

/** What {@link differences} finds where the right checks failed. */
export const NONE = { missing: [], unexpected: [] };

/** Compares the failed checks with the parts of titles that should have failed. */
export function differences(report: Report, fails: string[]) {
  const failed = failedTitles(report);
  return {
    missing: fails.filter(part => !failed.some(one => one.includes(part))),
    unexpected: failed.filter(one => !fails.some(part => one.includes(part))),
  };
}
