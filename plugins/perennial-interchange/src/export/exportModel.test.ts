import {
  type ModelDocument,
  parseModel,
  stringifyModel,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import { exportModel } from './exportModel';
import { EXPORT_FORMATS } from './formats';

const MODEL: ModelDocument = {
  entities: [
    {
      name: 'Note',
      id: 'objectId',
      fields: [{ name: 'text', type: 'text' }],
      relations: [{ name: 'parent', kind: 'manyToOne', target: 'Note' }],
    },
    { name: 'Reader', fields: [{ name: 'name', type: 'string' }] },
  ],
};

describe('exportModel', () => {
  it('writes YAML that is the same model', () => {
    const law = fc.property(validModels(), model => {
      const text = exportModel(model, { format: 'yaml' });
      expect(stringifyModel(parseModel(text))).toBe(text);
    });
    fc.assert(law, { numRuns: 50 });
  });

  it('shows the ids of MongoDB, and gives tables UUIDs in their place', () => {
    expect(
      exportModel(MODEL, { format: 'mermaid', database: 'mongo' }),
    ).toMatch(/objectId id PK[^]*objectId parent_id FK[^]*objectId id PK/);
    const sql = exportModel(MODEL, { format: 'sql', database: 'mongo' });
    expect(sql.match(/id uuid PRIMARY KEY/g)).toHaveLength(2);
  });

  it.each(EXPORT_FORMATS)('refuses a broken model as $title', ({ format }) => {
    expect(() => exportModel(MODEL, { format, database: 'postgres' })).toThrow(
      /objectId is an id of MongoDB/,
    );
  });

  it.each(EXPORT_FORMATS)('names a file for $title', info => {
    expect(info.fileName).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(info.mediaType).toMatch(/^(application|text)\/[a-z.]+$/);
  });
});
