import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, EntityContext, Suite } from '../fixtures/Suite';
import type { Row } from '../fixtures/Rows';
import { absentId } from '../fixtures/entities';
import type { Exchange } from '../http/types';
import { expectSame, expectStatus } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'preconditions';
const STALE = '"no-such-version"';

/** If-Match on everything that changes a row. */
export const preconditions: CheckGroup = {
  id: group,
  title: 'If-Match on PUT, PATCH and DELETE',
  checks: suite =>
    suite.model.entities.flatMap(entity =>
      ['PUT', 'PATCH', 'DELETE'].flatMap(method =>
        methodChecks(suite, entity, method),
      ),
    ),
};

function methodChecks(
  suite: Suite,
  entity: ResolvedEntity,
  method: string,
): Check[] {
  const check = (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => entityCheck({ suite, group, entity, name: `${method} ${name}`, run });
  const done = method === 'DELETE' ? 204 : 200;
  const change = async (
    context: EntityContext,
    row: Row,
    condition: string,
  ): Promise<Exchange> => {
    const headers = { 'If-Match': condition };
    switch (method) {
      case 'DELETE':
        return context.client.delete(row.path, headers);
      case 'PUT':
        return context.client.put(row.path, row.sent, headers);
      default:
        return context.client.patch(row.path, {}, headers);
    }
  };
  const passes = (name: string, condition: (row: Row) => string) =>
    check(name, async context => {
      const row = await context.rows.make(entity);
      expectStatus(await change(context, row, condition(row)), done);
    });
  const fails = (name: string, condition: (row: Row) => string) =>
    check(name, async context => {
      const row = await context.rows.make(entity);
      expectProblem(await change(context, row, condition(row)), 412);
      const read = expectStatus(await context.client.get(row.path), 200);
      expectSame('the row after a 412', read.body, row.object, read);
    });
  return [
    passes('with the current ETag is done', row => row.etag),
    passes('with * is done', () => '*'),
    passes(
      'with a list that holds the ETag is done',
      row => `${STALE}, ${row.etag}`,
    ),
    fails('with a stale ETag answers 412', () => STALE),
    fails('with a list of stale ETags answers 412', () => `${STALE}, "other"`),
    fails('with the ETag made weak answers 412', row => `W/${row.etag}`),
    check('with an ETag of before a change answers 412', async context => {
      const row = await context.rows.make(entity);
      const sent = await context.rows.body(entity);
      expectStatus(await context.client.put(row.path, sent), 200);
      expectProblem(await change(context, row, row.etag), 412);
    }),
    check('of no row with * answers 404', async context => {
      const body = await context.rows.body(entity);
      const path = `${entity.path}/${absentId(entity)}`;
      const answer = await change(
        context,
        { path, sent: body, id: '', object: {}, etag: '' },
        '*',
      );
      expectProblem(answer, 404);
    }),
  ];
}
