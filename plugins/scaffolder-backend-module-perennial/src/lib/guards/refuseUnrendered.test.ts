import { refuseUnrendered } from './refuseUnrendered';

describe('refuseUnrendered', () => {
  it.each([
    ['a text', { name: '${{ parameters.nmae }}' }, 'name'],
    ['a text within', { a: [{ b: 'x {% if y %}' }] }, 'a[0].b'],
    ['a key', { values: { '${{ x }}': 1 } }, 'values.${{ x }}'],
  ])('names the place of %s', (_, input, place) => {
    expect(() => refuseUnrendered(input)).toThrow(
      `The input "${place}" still holds template syntax`,
    );
  });

  it.each([
    [{ a: '$ {{ }} {# #} { % $' }],
    [{ a: undefined, b: null, c: 1, d: [true] }],
  ])('lets %j pass', input => {
    expect(() => refuseUnrendered(input)).not.toThrow();
  });
});
