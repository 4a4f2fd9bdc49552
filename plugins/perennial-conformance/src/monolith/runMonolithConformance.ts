import {
  resolveModel,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import { identitiesFrom } from '../auth/tokens';
import type { ConformanceAuth } from '../auth/types';
import { Client } from '../http/Client';
import { chooseGroups } from '../runner/chooseGroups';
import { runGroups } from '../runner/runGroups';
import type { CheckResult, Report } from '../runner/types';
import { Values } from '../values/Values';
import type { MonolithSuite } from './MonolithSuite';
import { MonolithTraffic } from './MonolithTraffic';
import { access } from './groups/access';
import { caching } from './groups/caching';
import { injecting } from './groups/injecting';
import { lists } from './groups/lists';
import { always, operating } from './groups/operating';
import { refusing } from './groups/refusing';
import { relating } from './groups/relating';
import { values } from './groups/values';
import { writing } from './groups/writing';

/** Values of a unique field that checks side by side can share. */
const PLENTY = 40;
const LARGEST_SEED = 0x7fff_ffff;

/** In the order of the report; the last judges the whole run. */
const GROUPS = [
  operating,
  writing,
  lists,
  refusing,
  values,
  relating,
  access,
  caching,
  injecting,
  always,
];

/** What to check an admin server with. @public */
export interface MonolithConformanceOptions {
  /** Root of the server: `http://127.0.0.1:8000`. */
  baseUrl: string;
  /** The model that the server was made from. */
  model: ModelDocument;
  /** Tokens of a user, another one and an administrator, or the secret to make them with. */
  auth: ConformanceAuth;
  /** Ids of groups to run; all where left out. */
  only?: string[];
  /** The same seed draws the same values. */
  seed?: number;
  /** How many lanes of checks run side by side; 4 where left out. */
  concurrency?: number;
  /** Told of each check as it ends. */
  onResult?: (result: CheckResult) => void;
}

/** Ids and titles of the groups of checks of an admin server. @public */
export function monolithGroups(): { id: string; title: string }[] {
  return GROUPS.map(({ id, title }) => ({ id, title }));
}

/**
 * Checks a running admin server against the contract of its template. Documents
 * that it makes are deleted again. Nobody else should write to it meanwhile.
 *
 * @public
 */
export async function runMonolithConformance(
  options: MonolithConformanceOptions,
): Promise<Report> {
  const groups = chooseGroups(GROUPS, options.only);
  const started = Date.now();
  const seed = options.seed ?? started % LARGEST_SEED;
  const traffic = new MonolithTraffic();
  const identities = identitiesFrom({
    auth: options.auth,
    run: seed.toString(36),
  });
  const nobody = Client.create({
    baseUrl: options.baseUrl,
    observers: [exchange => traffic.observe(exchange)],
  });
  const suite: MonolithSuite = {
    model: resolveModel(withObjectIds(options.model), { database: 'mongo' }),
    seed,
    values: Values.create({ seed }),
    nobody,
    user: nobody.as(identities.token),
    other: nobody.as(identities.otherToken),
    admin: nobody.as(identities.adminToken),
    secret: options.auth.jwt?.secret,
    traffic,
    leftovers: new Set(),
  };
  return runGroups({
    ...options,
    suite,
    groups,
    started,
    // Checks side by side would take the few values of such a field from one another.
    concurrency: hasScarceValues(suite) ? 1 : options.concurrency,
  });
}

function hasScarceValues({ model, values: drawn }: MonolithSuite): boolean {
  return model.entities.some(({ fields }) =>
    fields.some(
      field => field.unique && drawn.distinct(field, PLENTY).length < PLENTY,
    ),
  );
}

/** An admin server has the ids of MongoDB, whatever the model says. */
function withObjectIds(model: ModelDocument): ModelDocument {
  return {
    ...model,
    entities: model.entities.map(({ id: _id, ...entity }) => entity),
  };
}
