import { InputError } from '@backstage/errors';
import type { ResolvedModel } from '@perennial/plugin-perennial-common';
import { identitiesFrom } from './auth/tokens';
import type { ConformanceAuth } from './auth/types';
import { LastingRows } from './fixtures/LastingRows';
import type { Suite } from './fixtures/Suite';
import { Traffic } from './fixtures/Traffic';
import { allGroups } from './groups/allGroups';
import { Client } from './http/Client';
import { PublishedApi } from './openapi/PublishedApi';
import { chooseGroups } from './runner/chooseGroups';
import { isObject } from './runner/expect';
import { runGroups } from './runner/runGroups';
import type { CheckResult, Report } from './runner/types';
import { Values } from './values/Values';

const LARGEST_SEED = 0x7fff_ffff;

/** What to check, and how. @public */
export interface ConformanceOptions {
  /** Root of the service: `http://127.0.0.1:3000`. */
  baseUrl: string;
  /** The model that the service was made from. */
  model: ResolvedModel;
  /** Needed where the service asks for bearer tokens. */
  auth?: ConformanceAuth;
  /** Ids of groups to run; all where left out. */
  only?: string[];
  /** The same seed draws the same values. */
  seed?: number;
  /** How many lanes of checks run side by side; 4 where left out. */
  concurrency?: number;
  /** Told of each check as it ends. */
  onResult?: (result: CheckResult) => void;
}

/** Ids and titles of the groups of checks. @public */
export function conformanceGroups(): { id: string; title: string }[] {
  return allGroups.map(({ id, title }) => ({ id, title }));
}

/**
 * Checks a running service against the service contract. Rows that it makes are
 * deleted again. Nobody else should write to the service meanwhile, for totals
 * are counted.
 *
 * @public
 */
export async function runConformance(
  options: ConformanceOptions,
): Promise<Report> {
  const groups = chooseGroups(allGroups, options.only);
  assertAuth(options);
  const started = Date.now();
  const seed = options.seed ?? started % LARGEST_SEED;
  const traffic = Traffic.create();
  const identities = identitiesFrom({
    auth: options.auth,
    run: seed.toString(36),
  });
  const client = Client.create({
    baseUrl: options.baseUrl,
    observers: [exchange => traffic.observe(exchange)],
  }).as(identities.token);
  const api = await publishedApi(client, options.baseUrl);
  if (api) {
    traffic.compareWith(api);
  }
  identities.secured &&= !(await isOpen(client, api, options.model));
  const suite: Suite = {
    model: options.model,
    seed,
    values: Values.create({ seed }),
    client,
    identities,
    traffic,
    api,
    lasting: LastingRows.create(),
    leftovers: new Set(),
  };
  return runGroups({
    ...options,
    suite,
    groups,
    started,
    cleanUp: () => suite.lasting.cleanUp(),
  });
}

function assertAuth(options: ConformanceOptions): void {
  const { auth, model } = options;
  const owned = model.entities.find(entity => entity.owned);
  if (owned && !auth?.token && !auth?.jwt) {
    throw new InputError(
      `The entity "${owned.name}" is owned, so the service asks for bearer tokens. ` +
        'Give a token and a second one, or the secret, issuer and audience to make them with.',
    );
  }
}

/** True where nothing is owned, no token is asked for, and none is described. */
async function isOpen(
  client: Client,
  api: PublishedApi | undefined,
  model: ResolvedModel,
): Promise<boolean> {
  const [entity] = model.entities;
  if (model.hasOwned || !entity || !api) {
    return false;
  }
  const described =
    'security' in api.document ||
    Object.values(api.paths).some(item =>
      Object.values(item).some(
        operation => isObject(operation) && 'security' in operation,
      ),
    );
  const answer = await client.as(undefined).get(entity.path);
  return !described && answer.status === 200;
}

async function publishedApi(
  client: Client,
  baseUrl: string,
): Promise<PublishedApi | undefined> {
  const answer = await client.get('/openapi.json').catch(error => {
    throw new InputError(
      `No service answers at ${baseUrl}: ${
        error instanceof Error ? error.message || error.name : String(error)
      }. Start it, or correct the address.`,
    );
  });
  return isObject(answer.body)
    ? PublishedApi.create({ document: answer.body })
    : undefined;
}
