import type { JsonObject } from '@backstage/types';
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../__testUtils__/shippedTemplates';
import { completeAnswers } from './completeAnswers';
import { checkParameters } from './parameters';
import { readTemplate } from './readTemplate';
import type { TemplateDocument } from './types';

function document(...parameters: JsonObject[]): TemplateDocument {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'test' },
    spec: { parameters, steps: [] },
  };
}

function complete(page: JsonObject, parameters: JsonObject = {}) {
  return completeAnswers({ document: document(page), parameters });
}

describe('completeAnswers', () => {
  it('keeps answers, takes defaults and stands in for what is required', () => {
    const answers = { name: 'shop' };
    expect(
      complete(
        {
          required: ['name', 'owner', 'email'],
          properties: {
            name: { type: 'string' },
            owner: { type: 'string', 'ui:field': 'OwnerPicker' },
            email: { type: 'string', format: 'email' },
            port: { type: 'integer', default: 8080 },
            note: { type: 'string' },
          },
        },
        answers,
      ),
    ).toEqual({
      name: 'shop',
      owner: 'group:default/example',
      email: 'someone@example.com',
      port: 8080,
    });
    expect(answers).toEqual({ name: 'shop' });
  });

  it.each<[string, JsonObject]>([
    ['an enum', { type: 'string', enum: ['b', 'a'] }],
    ['choices', { oneOf: [{ const: 'b', title: 'B' }, { const: 'a' }] }],
    ['an example', { type: 'string', pattern: '^b', examples: ['c', 'b'] }],
    ['a placeholder', { type: 'string', 'ui:placeholder': 'b' }],
  ])('takes what the schema tells: %s', (_, schema) => {
    expect(complete({ required: ['x'], properties: { x: schema } })).toEqual({
      x: 'b',
    });
  });

  it.each<[JsonObject]>([
    [{ type: 'string', minLength: 40 }],
    [{ type: 'string', pattern: '^[A-Z]+$' }],
    [{ type: 'string', pattern: '^[0-9]{4}$', minLength: 4 }],
    [{ type: 'integer', minimum: 1024 }],
    [{ type: 'number', exclusiveMaximum: -3 }],
    [{ type: 'integer', multipleOf: 7, minimum: 5 }],
    [{ type: 'boolean', const: true }],
    [{ type: 'array', minItems: 2, items: { type: 'string' } }],
    [
      {
        type: 'array',
        minItems: 2,
        uniqueItems: true,
        items: { type: 'string' },
      },
    ],
    [
      {
        type: 'object',
        required: ['a'],
        properties: {
          a: {
            type: 'object',
            required: ['b'],
            properties: { b: { type: 'integer' } },
          },
        },
      },
    ],
  ])('finds a value for %j', schema => {
    const form = document({ required: ['x'], properties: { x: schema } });
    const parameters = completeAnswers({ document: form, parameters: {} });
    expect(checkParameters({ document: form, parameters })).toEqual(parameters);
    expect(parameters).toHaveProperty('x');
  });

  it('answers what an assumed answer makes required', () => {
    expect(
      complete({
        required: ['ci'],
        properties: { ci: { type: 'string', enum: ['jenkins', 'none'] } },
        allOf: [
          {
            if: { properties: { ci: { const: 'jenkins' } } },
            then: {
              required: ['folder'],
              properties: { folder: { type: 'string' } },
            },
          },
        ],
      }),
    ).toEqual({ ci: 'jenkins', folder: 'example-folder' });
  });

  it('leaves missing what it finds no value for, and wrong answers wrong', () => {
    const page = {
      required: ['x', 'y'],
      properties: {
        x: { type: 'string', pattern: '^ä{3}$' },
        y: { type: 'integer' },
      },
    };
    expect(complete(page, { y: 'many' })).toEqual({ y: 'many' });
  });

  it('is not taken in by names of prototypes', () => {
    expect(
      complete({
        required: ['constructor', 'a/b~c'],
        properties: { 'a/b~c': { type: 'string', pattern: '^x+$' } },
      }),
    ).toMatchObject({ 'a/b~c': 'x' });
  });

  it.each(
    readdirSync(TEMPLATES).filter(name =>
      existsSync(join(TEMPLATES, name, 'template.yaml')),
    ),
  )('completes the form of %s from nothing', async name => {
    const template = await readTemplate({ folder: join(TEMPLATES, name) });
    const parameters = completeAnswers({
      document: template.document,
      parameters: { model: {} },
    });
    expect(() =>
      checkParameters({ document: template.document, parameters }),
    ).not.toThrow();
  });
});
