import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';
import type { ConformanceAuth } from '../auth/types';

/** What the command was asked to do. */
export interface CommandArguments {
  help: boolean;
  baseUrl: string;
  modelPath: string;
  contract: 'service' | 'admin-server';
  database: 'postgres' | 'mongo';
  auth?: ConformanceAuth;
  only?: string[];
  json: boolean;
  junitPath?: string;
  seed?: number;
  concurrency?: number;
}

/** Reads the command line; throws InputError for wrong use. */
export function commandArguments(argv: string[]): CommandArguments {
  const { values, positionals } = parsed(argv);
  const help = values.help ?? false;
  const [baseUrl = '', ...others] = positionals;
  if (!help) {
    assertUsable(baseUrl, others, values.model);
  }
  return {
    help,
    baseUrl,
    modelPath: values.model ?? '',
    contract: contractFrom(values.contract),
    database: databaseFrom(values.database),
    auth: authFrom(values),
    only: values.only?.flatMap(one => one.split(',')),
    json: values.json ?? false,
    junitPath: values.junit,
    seed: numberFrom('seed', values.seed),
    concurrency: numberFrom('concurrency', values.concurrency),
  };
}

function parsed(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        model: { type: 'string' },
        contract: { type: 'string' },
        database: { type: 'string' },
        token: { type: 'string' },
        'token-b': { type: 'string' },
        'admin-token': { type: 'string' },
        'jwt-secret': { type: 'string' },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        only: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        junit: { type: 'string' },
        seed: { type: 'string' },
        concurrency: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError(
      error instanceof Error ? error.message : String(error),
    );
  }
}

function assertUsable(
  baseUrl: string,
  others: string[],
  model: string | undefined,
): void {
  if (!baseUrl || others.length > 0) {
    throw new InputError(
      'Give one address of a running service: perennial-conformance --model model.yaml http://127.0.0.1:3000',
    );
  }
  if (!URL.canParse(baseUrl) || !/^https?:/.test(baseUrl)) {
    throw new InputError(
      `"${baseUrl}" is no address of a service. Write it like http://127.0.0.1:3000.`,
    );
  }
  if (!model) {
    throw new InputError(
      'Give the model of the service with --model, the path of its model.yaml.',
    );
  }
}

function contractFrom(text: string | undefined): 'service' | 'admin-server' {
  if (text !== undefined && text !== 'service' && text !== 'admin-server') {
    throw new InputError(
      `--contract is "${text}". It is service or admin-server; service where left out.`,
    );
  }
  return text ?? 'service';
}

function databaseFrom(text: string | undefined): 'postgres' | 'mongo' {
  if (text !== undefined && text !== 'postgres' && text !== 'mongo') {
    throw new InputError(
      `--database is "${text}". It is postgres or mongo; postgres where left out.`,
    );
  }
  return text ?? 'postgres';
}

function authFrom(
  values: ReturnType<typeof parsed>['values'],
): ConformanceAuth | undefined {
  const secret = values['jwt-secret'];
  const needsClaims = values.contract !== 'admin-server';
  if (
    secret !== undefined &&
    needsClaims &&
    !(values.issuer && values.audience)
  ) {
    throw new InputError(
      '--jwt-secret makes tokens for an issuer and an audience. Give --issuer and --audience too, as the service has them in its settings.',
    );
  }
  if (secret === undefined && values.token === undefined) {
    return undefined;
  }
  return {
    token: values.token,
    otherToken: values['token-b'],
    adminToken: values['admin-token'],
    jwt:
      secret === undefined
        ? undefined
        : {
            secret,
            issuer: values.issuer ?? '',
            audience: values.audience ?? '',
          },
  };
}

function numberFrom(
  name: string,
  text: string | undefined,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw new InputError(
      `--${name} is "${text}". It is a whole number, 0 or more.`,
    );
  }
  return Number(text);
}
