import { detectFormat } from './detectFormat';

describe('detectFormat', () => {
  it.each([
    ['schema.sql', 'anything', 'sql'],
    ['schema.PRISMA', 'anything', 'prisma'],
    ['shop.jdl', 'anything', 'jdl'],
    ['people.csv', 'name', 'csv'],
    ['model.yaml', 'entities:\n  - name: A', 'model'],
    ['api.json', '{"info":{},"openapi":"3.1.0"}', 'openapi'],
    ['api.yaml', '# Pets\nopenapi: 3.0.0', 'openapi'],
    ['api.yaml', '---\n  swagger: "2.0"\n  info:\n    title: A', 'openapi'],
    ['x.yaml', 'type: object\nnested:\n  openapi: 1', undefined],
    ['x.json', '{"type":"object","properties":{"openapi":{}}}', 'jsonSchema'],
    [undefined, '{\n  "entities": []}', 'model'],
    [
      undefined,
      '{"$schema": "https://json-schema.org/draft/2020-12/schema"}',
      'jsonSchema',
    ],
    [undefined, '$defs:\n  A: {}', 'jsonSchema'],
    [undefined, '-- dump\n\ncreate table a (b int);', 'sql'],
    [undefined, 'CREATE UNLOGGED TABLE a (b int);', 'sql'],
    [undefined, '// shop\nmodel User {\n  id Int @id\n}', 'prisma'],
    [undefined, 'enum Role {\n  A\n}\nmodel User {\n', 'prisma'],
    [undefined, 'enum Role { A }\nentity User {\n  role Role\n}', 'jdl'],
    [undefined, 'relationship OneToMany { A to B }', 'jdl'],
    [undefined, 'name,age\nAda,36', 'csv'],
    [undefined, '"first, name";age\nAda;36', 'csv'],
    [undefined, 'Dear all, this is a letter.', undefined],
    [undefined, '', undefined],
  ])('%s with %s is %s', (fileName, text, expected) => {
    expect(detectFormat({ fileName, text })).toBe(expected);
  });
});
