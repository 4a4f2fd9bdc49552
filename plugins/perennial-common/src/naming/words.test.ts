import fc from 'fast-check';
import { nameForms, normaliseName, splitWords } from './words';
import { pluralWords, singularName } from './plural';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _-]{0,30}$/);

describe('nameForms', () => {
  it.each([
    ['Product', 'Product', 'product', 'product', 'Product'],
    ['order item', 'OrderItem', 'order_item', 'order-item', 'Order item'],
    ['HTTPServer', 'HttpServer', 'http_server', 'http-server', 'Http server'],
    ['SKU2Code', 'Sku2Code', 'sku2_code', 'sku2-code', 'Sku2 code'],
    ['user-group', 'UserGroup', 'user_group', 'user-group', 'User group'],
    ['a__b_', 'AB', 'a_b', 'a-b', 'A b'],
  ])('spells %s', (input, pascal, snake, kebab, title) => {
    expect(nameForms(input)).toMatchObject({ pascal, snake, kebab, title });
  });

  it('spells a spelling of snake case as itself', () => {
    fc.assert(
      fc.property(name, text => {
        const { snake } = nameForms(text);
        expect(nameForms(snake)).toEqual(nameForms(text));
      }),
    );
  });

  it('gives all spellings of a name one normal form', () => {
    fc.assert(
      fc.property(name, text => {
        const forms = nameForms(text);
        const { title: _title, ...code } = forms;
        for (const form of Object.values(code))
          expect(normaliseName(form)).toBe(normaliseName(text));
      }),
    );
  });

  it('keeps names with different normal forms apart in every spelling', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        fc.pre(normaliseName(left) !== normaliseName(right));
        const [first, second] = [nameForms(left), nameForms(right)];
        expect(first.snake).not.toBe(second.snake);
        expect(first.pascal).not.toBe(second.pascal);
        expect(first.kebab).not.toBe(second.kebab);
      }),
    );
  });
});

describe('plurals', () => {
  it.each([
    ['Category', 'categories'],
    ['order line', 'order_lines'],
    ['Person', 'people'],
    ['LabResult', 'lab_results'],
    ['Series', 'series'],
  ])('of %s is %s', (input, plural) => {
    expect(pluralWords(input).join('_')).toBe(plural);
  });

  it.each([
    ['tags', 'tag'],
    ['relatedCategories', 'relatedCategory'],
    ['line_items', 'line_item'],
    ['people', 'person'],
    ['top10', 'top10'],
  ])('the singular of %s is %s', (input, singular) => {
    expect(singularName(input)).toBe(singular);
  });

  it('splits into lower-case words only', () => {
    fc.assert(
      fc.property(name, text => {
        for (const word of splitWords(text))
          expect(word).toMatch(/^[a-z0-9]+$/);
      }),
    );
  });
});
