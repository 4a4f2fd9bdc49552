import { importModel } from '../importModel';

const MANY = 'OneToOne, OneToMany, ManyToOne or ManyToMany';

describe('a file that is wrong', () => {
  it.each([
    ['entity A {\n  b\n}', '(line 3, column 1): "}"', '"b" comes the type'],
    [
      'entity A {\n  b String',
      '(line 2, column 5): The text ends in the middle',
      '"String" comes a validation such as required, ",", the name of a field or "}".',
    ],
    ['entity A { b String min(\n}', '(line 2, column 1): "}"', 'a value.'],
    ['entity A { b String max 5 }', '"5"', '"max" comes "(" or the type'],
    ['entity {\n}', '(line 1, column 8): "{"', 'the name of the entity.'],
    ['relationship OneToFew {\n}', 'column 14): "OneToFew"', `${MANY}.`],
    ['relationship OneToOne {\nA B\n}', '(line 2, column 3): "B"', 'or "to".'],
    ['enum A { B,, C }', '","', '"," comes a value of the enum or "}".'],
    [
      'dto * with x\nentiti A {',
      '(line 2, column 1): "entiti"',
      'entity, enum',
    ],
    ['entiti A(b) {', '(line 1, column 1): "entiti"', 'begins with entity,'],
    ['entity A extends B {', '"extends" is not', 'begins with entity,'],
    ['entity A { }\n}', '(line 2, column 1): "}"', 'the next declaration.'],
    ['5', '(line 1, column 1): "5"', 'a declaration begins with entity,'],
    ['entity A\nb = c', '"c"', '"=" comes a number.'],
    [
      'entity A { b String pattern(/c) }',
      'column 29): The pattern',
      'its line',
    ],
    ['entity A { b String pattern("c) }', 'column 29): The text', 'its line'],
    ['entity A\n/* b', '(line 2, column 1): The comment', 'never ends'],
    ['entity A {\n  b String `\n}', '(line 2, column 12): "`"', 'Mend'],
    [`application ${'{'.repeat(100_000)}`, '(line 1)', 'nested too deeply'],
    ['enum A { B }', 'no entity', 'complete'],
  ])('is refused: %#', async (source, found, expected) => {
    await expect(
      importModel({ format: 'jdl', text: source }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(found),
    });
    await expect(importModel({ format: 'jdl', text: source })).rejects.toThrow(
      expected,
    );
  });
});
