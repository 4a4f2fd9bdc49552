import { parseModel, resolveModel } from '@perennial/plugin-perennial-common';
import type { Wrap } from '../../__testUtils__/wrapping';
import { LIBRARY, NOTES } from '../../__testUtils__/models';
import { serve } from '../../__testUtils__/serve';
import type { Report } from '../../runner/types';
import { runMonolithConformance } from '../runMonolithConformance';
import { AdminServer } from './AdminServer';

export const SECRET = 'a secret that is long enough for HS256';

/** Every type, every relation, an owned entity; ids are MongoDB's in any case. */
export const MODEL = `${LIBRARY.replace(
  '    id: integer\n',
  '',
)}${NOTES.replace('\nentities:\n', '')}`;

/** Runs the suite against the server in memory, with something in between. */
export async function reportOf(options: {
  only?: string[];
  wrap?: Wrap;
  /** What the server was made from, where it is another model. */
  served?: string;
}): Promise<Report> {
  const { only, wrap = handler => handler, served = MODEL } = options;
  const resolved = resolveModel(parseModel(served), { database: 'mongo' });
  const server = await serve(wrap(new AdminServer(resolved, SECRET).handle));
  try {
    return await runMonolithConformance({
      baseUrl: server.baseUrl,
      model: parseModel(MODEL),
      only,
      seed: 7,
      auth: { jwt: { secret: SECRET, issuer: '', audience: '' } },
    });
  } finally {
    await server.close();
  }
}
