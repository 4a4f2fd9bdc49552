import { expectSame, expectStatus } from '../../runner/expect';
import { entityChecks } from '../MonolithSuite';
import type { MonolithGroup } from '../MonolithSuite';
import { documentIn } from '../Documents';
import { readPage } from '../expecting';

const group = 'caching';
const ROUNDS = 5;

/** No read is older than the last write. */
export const caching: MonolithGroup = {
  id: group,
  title: 'A read after a write answers what was written',
  checks: suite =>
    entityChecks(suite, group, (entity, _check, alone) => [
      alone('of one document', async ({ documents, user, values }) => {
        const { path } = await documents.make(entity);
        const [field] = entity.fields.filter(({ unique }) => !unique);
        for (let round = 0; round < ROUNDS; round += 1) {
          const change = field ? { [field.name]: values.fresh(field) } : {};
          const answer = await user.put(path, change);
          expectStatus(answer, 200);
          const written = documentIn(entity, answer);
          for (let read = 0; read < 2; read += 1) {
            const found = await user.get(path);
            expectSame(
              'what is read',
              documentIn(entity, found),
              written,
              found,
            );
          }
        }
        expectStatus(await user.delete(path), 200);
        expectStatus(await user.get(path), 404);
      }),
      alone('of a list', async ({ documents, user }) => {
        const before = await readPage(user, entity);
        const made = await documents.make(entity);
        const after = await readPage(user, entity);
        expectSame('the first of the list', after.items[0], made.object);
        const answer = await user.put(made.path, {});
        const changed = await readPage(user, entity);
        expectSame(
          'the first of the list',
          changed.items[0],
          documentIn(entity, answer),
        );
        expectStatus(await user.delete(made.path), 200);
        const last = await readPage(user, entity);
        expectSame('the list', last.ids, before.ids);
        expectSame(
          'the total count',
          last.pagination.total_count,
          before.pagination.total_count,
        );
      }),
    ]),
};
