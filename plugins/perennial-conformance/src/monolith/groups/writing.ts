import { expectEqualObjects } from '../../fixtures/comparing';
import { expectSame, expectStatus, expectThat } from '../../runner/expect';
import type { MonolithGroup } from '../MonolithSuite';
import { entityChecks } from '../MonolithSuite';
import { documentIn } from '../Documents';
import { expectError, expectSuccess } from '../expecting';
import { clearableField, documentNames, pathOf } from '../names';

const group = 'writing';

/** POST, GET, PUT and DELETE, one after the other. */
export const writing: MonolithGroup = {
  id: group,
  title: 'Documents are made, read, changed and deleted',
  checks: suite =>
    entityChecks(suite, group, (entity, check) => {
      const clearable = clearableField(entity);
      return [
        check(
          'POST answers 201 with a message and the document',
          async context => {
            const { documents, user } = context;
            const sent = await documents.body(entity);
            const answer = await user.post(pathOf(entity), sent);
            expectSuccess(answer, 201, { message: true });
            const { object } = documents.adopt(entity, answer, sent);
            expectSame(
              'the list of properties',
              Object.keys(object).sort(),
              documentNames(entity),
              answer,
            );
            expectThat(
              /^[0-9a-f]{24}$/.test(String(object.id)),
              '"id" is no id',
              {
                received: object.id ?? null,
                exchange: answer,
              },
            );
            expectEqualObjects(entity, object, sent, answer);
            if (entity.timestamps) {
              for (const name of ['created_at', 'updated_at']) {
                expectThat(
                  Number.isFinite(Date.parse(String(object[name]))),
                  `"${name}" is no moment`,
                  { received: object[name] ?? null, exchange: answer },
                );
              }
            }
          },
        ),
        check('GET answers what POST answered', async ({ documents, user }) => {
          const made = await documents.make(entity);
          const answer = await user.get(made.path);
          expectSuccess(answer, 200);
          expectSame(
            'the document',
            documentIn(entity, answer),
            made.object,
            answer,
          );
        }),
        check('what is left out has its default', async context => {
          const { documents, user } = context;
          const body = await documents.body(entity);
          const optional = entity.fields.filter(
            field => field.hasDefault || !field.required,
          );
          for (const field of optional) {
            delete body[field.name];
          }
          const answer = await user.post(pathOf(entity), body);
          // A default of a unique field may be taken.
          if (answer.status === 409) {
            return;
          }
          expectStatus(answer, 201);
          const { object } = documents.adopt(entity, answer);
          const expected = Object.fromEntries(
            optional.map(field => [
              field.name,
              field.hasDefault ? field.default : null,
            ]),
          );
          expectEqualObjects(entity, object, expected, answer);
        }),
        check('PUT changes what it names and keeps the rest', async context => {
          const { documents, user } = context;
          const { path, object } = await documents.make(entity);
          for (const field of entity.fields) {
            const change = { [field.name]: context.values.fresh(field) };
            const before = documentIn(entity, await user.get(path));
            const answer = await user.put(path, change);
            if (answer.status === 409 && field.unique) {
              continue;
            }
            expectSuccess(answer, 200, { message: true });
            const after = documentIn(entity, answer);
            expectEqualObjects(entity, after, change, answer);
            expectSame(
              'what was not named',
              { ...after, [field.name]: 0, updated_at: 0 },
              { ...before, [field.name]: 0, updated_at: 0 },
              answer,
            );
            expectSame(
              'what GET answers',
              documentIn(entity, await user.get(path)),
              after,
              answer,
            );
          }
          expectSame(
            'the id',
            documentIn(entity, await user.get(path)).id,
            object.id,
          );
        }),
        check('an empty PUT changes nothing', async ({ documents, user }) => {
          const { path, object } = await documents.make(entity);
          const answer = await user.put(path, {});
          expectSuccess(answer, 200, { message: true });
          expectSame(
            'the document',
            { ...documentIn(entity, answer), updated_at: 0 },
            { ...object, updated_at: 0 },
            answer,
          );
        }),
        ...(clearable
          ? [
              check('null takes a value away', async ({ documents, user }) => {
                const { path } = await documents.make(entity);
                const answer = await user.put(path, { [clearable.name]: null });
                expectStatus(answer, 200);
                expectEqualObjects(
                  entity,
                  documentIn(entity, answer),
                  {
                    [clearable.name]: clearable.hasDefault
                      ? clearable.default
                      : null,
                  },
                  answer,
                );
              }),
            ]
          : []),
        check(
          'DELETE answers a message, and the document is gone',
          async context => {
            const { documents, user } = context;
            const { path } = await documents.make(entity);
            expectSuccess(await user.delete(path), 200, { message: true });
            for (const answer of [
              await user.get(path),
              await user.put(path, {}),
              await user.delete(path),
            ]) {
              expectError(answer, 404);
            }
          },
        ),
      ];
    }),
};
