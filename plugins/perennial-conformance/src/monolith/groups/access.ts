import { signToken } from '../../auth/tokens';
import { expectSame, expectStatus, expectThat } from '../../runner/expect';
import type { Client } from '../../http/Client';
import type { Exchange } from '../../http/types';
import { SkipCheck } from '../../runner/types';
import { entityChecks } from '../MonolithSuite';
import type {
  MonolithContext,
  MonolithGroup,
  MonolithSuite,
} from '../MonolithSuite';
import { expectError, readAll } from '../expecting';
import { ownerName, pathOf } from '../names';

const group = 'access';
const HOUR_SECONDS = 3600;

/** Tokens, owners and administrators. */
export const access: MonolithGroup = {
  id: group,
  title: 'Who may do what',
  checks: suite =>
    entityChecks(suite, group, (entity, check, alone) => [
      check('writing needs a token', async ({ documents, nobody }) => {
        const body = await documents.body(entity);
        const { path } = await documents.make(entity);
        expectUnauthorized(await nobody.post(pathOf(entity), body));
        expectUnauthorized(await nobody.put(path, {}));
        expectUnauthorized(await nobody.delete(path));
      }),
      check('a forged token is none', async ({ documents }) => {
        const { path } = await documents.make(entity);
        for (const token of forgedTokens(suite)) {
          expectUnauthorized(await suite.nobody.as(token).put(path, {}));
        }
      }),
      check('a document belongs to whoever made it', async context => {
        const { documents, user, other, admin } = context;
        const { path, object } = await documents.make(entity);
        const owner = object[ownerName(entity)];
        expectThat(
          owner && typeof owner === 'string',
          'the owner is not named',
          {
            received: owner ?? null,
          },
        );
        expectError(await other.put(path, {}), 403);
        expectError(await other.delete(path), 403);
        expectStatus(await user.put(path, {}), 200);
        const changed = await admin.put(path, {});
        expectStatus(changed, 200);
        expectThat(
          changed.text.includes(JSON.stringify(owner)),
          'an administrator became the owner',
          { expected: owner, received: changed.text, exchange: changed },
        );
        expectStatus(await admin.delete(path), 200);
      }),
      ...(entity.owned
        ? [
            alone('others cannot read it', async context => {
              const { documents, user, other, admin, nobody } = context;
              const { path, id } = await documents.make(entity);
              expectUnauthorized(await nobody.get(path));
              expectUnauthorized(await nobody.get(pathOf(entity)));
              expectStatus(await user.get(path), 200);
              expectError(await other.get(path), 403);
              for (const [client, isListed] of [
                [user, true],
                [other, false],
                [admin, true],
              ] as const) {
                await expectListed(context, client, id, isListed);
              }
            }),
          ]
        : [
            check('everybody may read it', async ({ documents, nobody }) => {
              const { path } = await documents.make(entity);
              expectStatus(await nobody.get(path), 200);
              expectStatus(await nobody.get(pathOf(entity)), 200);
            }),
          ]),
    ]),
};

async function expectListed(
  { entity }: MonolithContext,
  client: Client,
  id: string,
  isListed: boolean,
) {
  const items = await readAll(client, entity);
  expectSame(
    'whether the list holds the document',
    items.some(item => item.id === id),
    isListed,
  );
}

function expectUnauthorized(exchange: Exchange) {
  expectError(exchange, 401);
  expectSame(
    'the header WWW-Authenticate',
    exchange.headers['www-authenticate'],
    'Bearer',
    exchange,
  );
}

function forgedTokens({ secret, user }: MonolithSuite): string[] {
  if (!secret) {
    throw new SkipCheck('the secret of the tokens is not known');
  }
  const sound = { secret, issuer: '', audience: '', subject: 'forger' };
  const [head, body, signature] = String(user.token).split('.');
  return [
    signToken({ ...sound, expiresInSeconds: -HOUR_SECONDS }),
    signToken({ ...sound, secret: `${secret}?` }),
    signToken({ ...sound, algorithm: 'none' }),
    signToken({ ...sound, algorithm: 'HS512' }),
    signToken({ ...sound, role: 'no-such-role' }),
    signToken({ ...sound, subject: '' }),
    `${head}.${body}.`,
    `${head}.${signature}.${body}`,
    'x',
  ];
}
