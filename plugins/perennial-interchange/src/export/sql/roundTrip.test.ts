import type {
  EntityDocument,
  ModelDocument,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import { exampleModels } from '../../__testUtils__/exampleModels';
import { importModel } from '../../import';
import { exportModel } from '../exportModel';

jest.setTimeout(180_000);

/**
 * Without what SQL does not say of itself: whose a row is, that rows are kept
 * when they are deleted, and what a list of references is called.
 */
function inWordsOfSql(entity: EntityDocument): EntityDocument {
  const { owned: _owned, softDelete: _softDelete, ...rest } = entity;
  const { fields = [], relations = [] } = entity;
  const label = { name: 'label', type: 'string' } as const;
  return {
    ...rest,
    fields: fields.length > 0 ? fields : [label],
    relations: relations.filter(({ kind }) => kind !== 'manyToMany'),
  };
}

async function readBack(model: ModelDocument) {
  const said = { entities: model.entities.map(inWordsOfSql) };
  const sql = exportModel(said, { format: 'sql' });
  const { model: back } = await importModel({ format: 'sql', text: sql });
  return { said, sql, back };
}

describe('a model that was read from SQL of ours', () => {
  it.each(Object.keys(exampleModels()))(
    'gives the same SQL again for %s',
    async name => {
      const { sql, back } = await readBack(exampleModels()[name]);
      expect(exportModel(back, { format: 'sql' })).toBe(sql);
    },
  );

  it('has as many entities, fields and relations, whatever they are called', async () => {
    const law = fc.asyncProperty(
      validModels({ database: 'postgres' }),
      async model => {
        const { said, back } = await readBack(model);
        const countsOf = ({ fields, relations }: EntityDocument) => [
          fields?.length ?? 0,
          relations?.length ?? 0,
        ];
        expect(back.entities.map(countsOf)).toEqual(
          said.entities.map(countsOf),
        );
      },
    );
    await fc.assert(law, { numRuns: 100 });
  });
});
