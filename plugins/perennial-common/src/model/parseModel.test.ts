import fc from 'fast-check';
import { resolveModel } from '../resolve';
import { modelOf, TEN_ENTITIES } from '../testing';
import { canonicalModel, parseModel, stringifyModel } from './parseModel';

describe('parseModel', () => {
  it('reads YAML, JSON and objects alike', () => {
    const model = modelOf([{ name: 'a', type: 'string' }]);
    const yaml =
      'entities:\n  - name: Thing\n    fields:\n      - { name: a, type: string }\n';
    expect(parseModel(yaml)).toEqual(model);
    expect(parseModel(JSON.stringify(model))).toEqual(model);
    expect(parseModel(model)).toEqual(model);
  });

  it('lists every problem with its place and mend', () => {
    expect(() =>
      parseModel(
        'entities:\n  - name: Thing\n    fields:\n      - name: a\n        type: int\n',
      ),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(
          /entities\[0\]\.fields\[0\]\.type \(line 5, column 9\): Unknown type "int"\. Did you mean integer\?/,
        ),
      }),
    );
  });
});

describe('canonicalModel', () => {
  it('fills in keys, keeps those that are there and is its own canonical form', () => {
    const canonical = canonicalModel(TEN_ENTITIES);
    expect(canonical.entities[7]).toMatchObject({
      key: 'order_line',
      name: 'Order line',
    });
    expect(canonicalModel(canonical)).toEqual(canonical);
    const renamed = canonicalModel(
      modelOf([{ key: 'old', name: 'new_name', type: 'string' }]),
    );
    expect(renamed.entities[0].fields?.[0].key).toBe('old');
  });

  it('does not depend on the order in which members were written', () => {
    const turned = JSON.parse(JSON.stringify(TEN_ENTITIES), (_key, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(stringifyModel(turned)).toBe(stringifyModel(TEN_ENTITIES));
  });

  it('resolves to the same as the model itself, through its text', () => {
    expect(resolveModel(parseModel(stringifyModel(TEN_ENTITIES)))).toEqual(
      resolveModel(TEN_ENTITIES),
    );
  });

  it('keeps any free text through YAML', () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter(value => !/(?![\t\n\r])\p{Cc}|\$\{\{|\{%/u.test(value));
    fc.assert(
      fc.property(text, description => {
        const model = modelOf([{ name: 'a', type: 'string', description }]);
        expect(
          parseModel(stringifyModel(model)).entities[0].fields?.[0].description,
        ).toBe(description);
      }),
      {
        examples: [
          ['null'],
          ['- a: b'],
          ['line\r\nline'],
          ['it\'s "quoted" \\ */ #'],
          [' lead'],
          ['\u2028'],
          ['\ufeff'],
        ],
      },
    );
  });
});
