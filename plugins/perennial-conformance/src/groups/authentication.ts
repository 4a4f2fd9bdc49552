import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { signToken } from '../auth/tokens';
import { absentId } from '../fixtures/entities';
import type { CheckGroup, Suite } from '../fixtures/Suite';
import { expectStatus, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import { SkipCheck } from '../runner/types';
import type { Check } from '../runner/types';

const group = 'auth';

/** Bearer tokens. */
export const authentication: CheckGroup = {
  id: group,
  title: 'Authentication',
  checks: suite => {
    if (!suite.identities.given) {
      return [];
    }
    const asks: Check = {
      group,
      name: 'the service asks for tokens, as it was called with some',
      run: async () => {
        expectThat(
          suite.identities.secured,
          'the service answers without a token and describes no security',
          { expected: 'a service with auth: jwt, or a call without tokens' },
        );
      },
    };
    return suite.identities.secured
      ? [
          asks,
          ...serviceChecks(suite),
          ...suite.model.entities.flatMap(entity =>
            entityChecks(suite, entity),
          ),
        ]
      : [asks];
  },
};

function serviceChecks(suite: Suite): Check[] {
  return ['/health/live', '/health/ready', '/openapi.json'].map(path => ({
    group,
    name: `GET ${path} needs no token`,
    run: async () => {
      expectStatus(await suite.client.as(undefined).get(path), 200);
    },
  }));
}

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const { path } = entity;
  const row = `${path}/${absentId(entity)}`;
  const check = (name: string, run: () => Promise<void>): Check => ({
    group,
    entity: entity.name,
    name,
    run,
  });
  const refusesToken = async (authorization: string | undefined) => {
    const headers =
      authorization === undefined
        ? undefined
        : { Authorization: authorization };
    expectProblem(await suite.client.as(undefined).get(path, [], headers), 401);
  };
  const forged = (
    name: string,
    change: Partial<Parameters<typeof signToken>[0]>,
  ) =>
    check(`${name} answers 401`, async () => {
      const { jwt } = suite.identities;
      if (!jwt) {
        throw new SkipCheck('the secret is not known, so no token can be made');
      }
      await refusesToken(
        `Bearer ${signToken({ ...jwt, subject: 'conformance-x', ...change })}`,
      );
    });
  return [
    check('no token answers 401 in every operation', async () => {
      const nobody = suite.client.as(undefined);
      expectProblem(await nobody.get(path), 401);
      expectProblem(await nobody.get(row), 401);
      expectProblem(await nobody.post(path, {}), 401);
      expectProblem(await nobody.put(row, {}), 401);
      expectProblem(await nobody.patch(row, {}), 401);
      expectProblem(await nobody.delete(row), 401);
    }),
    check('what is no bearer token answers 401', async () => {
      for (const value of [
        'Bearer',
        'Bearer ',
        'Bearer x',
        'Bearer a.b.c',
        'Basic dXNlcjpwYXNz',
        `${'x'.repeat(2000)}`,
        `Bearer ${Buffer.from('{"alg":"HS256"}').toString('base64url')}..`,
      ]) {
        await refusesToken(value);
      }
    }),
    check('a token with a changed payload answers 401', async () => {
      const { token } = suite.identities;
      if (!token) {
        throw new SkipCheck('there is no token');
      }
      const [header, payload, signature] = token.split('.');
      const claims = JSON.parse(
        Buffer.from(payload, 'base64url').toString(),
      ) as object;
      const changed = Buffer.from(
        JSON.stringify({ ...claims, sub: 'someone-else', role: 'admin' }),
      ).toString('base64url');
      await refusesToken(`Bearer ${header}.${changed}.${signature}`);
    }),
    check('a token without its signature answers 401', async () => {
      const { token } = suite.identities;
      if (!token) {
        throw new SkipCheck('there is no token');
      }
      const [, payload] = token.split('.');
      const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString(
        'base64url',
      );
      await refusesToken(`Bearer ${none}.${payload}.`);
    }),
    forged('an expired token', { expiresInSeconds: -3600 }),
    forged('a token of another secret', {
      secret: 'another secret, long enough for a key',
    }),
    forged('a token of another issuer', { issuer: 'another-issuer' }),
    forged('a token for another audience', { audience: 'another-audience' }),
    forged('a token of another algorithm', { algorithm: 'HS512' }),
    forged('a token of the algorithm none', { algorithm: 'none' }),
    forged('a token that is not valid yet', { notBeforeInSeconds: 3600 }),
  ];
}
