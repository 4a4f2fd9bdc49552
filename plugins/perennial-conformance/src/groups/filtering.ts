import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { idsIn, readAll } from '../fixtures/pages';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, Suite } from '../fixtures/Suite';
import { toManyRelations, toOneRelations } from '../fixtures/entities';
import type { Query } from '../http/wire';
import { expectSame, expectThat } from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';
import { fieldFilterChecks } from './fieldFilters';
import type { MakeCheck } from './fieldFilters';

const group = 'filters';
const RESERVED = ['page', 'limit', 'sort', 'q'];

/** Filters on fields and relations. */
export const filtering: CheckGroup = {
  id: group,
  title: 'Filtering a collection',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const check: MakeCheck = (name, run, exclusive = false) =>
    entityCheck({ suite, group, entity, name, run, exclusive });
  const refused = (name: string, query: Query) =>
    check(name, async ({ client }) => {
      expectProblem(await client.get(entity.path, query), 422);
    });
  const unfilterable = entity.fields.filter(
    field => !field.filterable && !RESERVED.includes(field.name),
  );
  return [
    refused('an unknown parameter answers 422', [['no_such_parameter', '1']]),
    refused('an unknown parameter with brackets answers 422', [
      ['no_such[gt]', '1'],
    ]),
    refused('__proto__ as a parameter answers 422', [
      ['__proto__[polluted]', '1'],
    ]),
    refused('id is no filter: 422', [['id[$ne]', '1']]),
    ...['page', 'limit', 'sort'].map(name =>
      refused(`a repeated "${name}" answers 422`, [
        [name, name === 'sort' ? 'id' : '1'],
        [name, name === 'sort' ? 'id' : '1'],
      ]),
    ),
    ...unfilterable.map(field =>
      refused(`"${field.name}" is not filterable: 422`, [
        [field.name, String(field.examples[0])],
      ]),
    ),
    ...toManyRelations(entity).map(relation =>
      refused(`"${relation.wireName}" is not filterable: 422`, [
        [relation.wireName, 'f0f0f0f0-f0f0-4f0f-8f0f-f0f0f0f0f0f0'],
      ]),
    ),
    ...entity.fields
      .filter(field => field.filterable)
      .flatMap(field => fieldFilterChecks(field, check, refused)),
    ...toOneRelations(entity).flatMap(relation => [
      check(`"${relation.wireName}" filters`, async context => {
        const { rows, client } = context;
        const one = await rows.make(entity);
        const target = await rows.make(
          suite.model.entities.find(
            other => other.name === relation.target.name,
          )!,
        );
        const two = await rows.make(entity, { [relation.wireName]: target.id });
        const found = idsIn(
          await readAll(client, entity, [
            [relation.wireName, String(target.id)],
          ]),
        );
        expectSame('the rows', found, [two.id]);
        const both = idsIn(
          await readAll(client, entity, [
            [`${relation.wireName}[in]`, String(target.id)],
          ]),
        );
        expectSame('the rows of [in]', both, [two.id]);
        expectThat(!found.includes(one.id), 'a row of another target is found');
      }),
      refused(`"${relation.wireName}" refuses a malformed id: 422`, [
        [relation.wireName, 'not-an-id'],
      ]),
      refused(`"${relation.wireName}[gt]" answers 422`, [
        [`${relation.wireName}[gt]`, '1'],
      ]),
    ]),
  ];
}
