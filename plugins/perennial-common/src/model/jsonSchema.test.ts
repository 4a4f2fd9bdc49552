import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import Ajv from 'ajv/dist/2020';
import { TEN_ENTITIES } from '../testing';
import { modelJsonSchema } from './jsonSchema';

const PATH = resolve(__dirname, '../../model.schema.json');
const UPDATE =
  'yarn workspace @perennial/plugin-perennial-common update:schema';

interface SchemaNode {
  description?: string;
  $ref?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  $defs?: Record<string, SchemaNode>;
}

function undescribed(node: SchemaNode, path: string): string[] {
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, property]) => [
      ...(property.description === undefined && property.$ref === undefined
        ? [`${path}.${name}`]
        : []),
      ...undescribed(property, `${path}.${name}`),
    ]),
    ...(node.items === undefined ? [] : undescribed(node.items, `${path}[]`)),
    ...Object.entries(node.$defs ?? {}).flatMap(([name, definition]) =>
      undescribed(definition, name),
    ),
  ];
}

describe('modelJsonSchema', () => {
  it(`is what model.schema.json holds (else run: ${UPDATE})`, () => {
    const text = `${JSON.stringify(modelJsonSchema, undefined, 2)}\n`;
    if (process.env.UPDATE_MODEL_SCHEMA) writeFileSync(PATH, text);
    expect(JSON.parse(readFileSync(PATH, 'utf8'))).toEqual(JSON.parse(text));
  });

  it('describes every property', () => {
    expect(undescribed(modelJsonSchema as SchemaNode, 'model')).toEqual([]);
  });

  it('accepts a model and refuses unknown properties and types', () => {
    const validate = new Ajv({ strict: false }).compile(modelJsonSchema);
    expect(validate(TEN_ENTITIES)).toBe(true);
    expect(validate({ entities: [{ name: 'A', colour: 'red' }] })).toBe(false);
    expect(
      validate({
        entities: [{ name: 'A', fields: [{ name: 'a', type: 'strng' }] }],
      }),
    ).toBe(false);
  });
});
