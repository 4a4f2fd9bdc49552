import fc from 'fast-check';
import { FIELD_TYPES, parseModel } from '../model';
import { openApiDocument } from '../openapi';
import { resolveModel } from '../resolve';
import { formatPointer, problemsToError } from './problems';
import { validateModel } from './validateModel';

const SERVICE = {
  name: 's',
  title: 'S',
  description: '',
  version: '1',
  auth: 'jwt',
} as const;

/** A model that is valid gets all the way; one that is not gives an InputError and nothing else. */
function goesThrough(input: unknown): void {
  const problems = validateModel(input);
  for (const problem of problems) {
    expect(problem.path).toBe(formatPointer(problem.pointer));
    expect(problem.message).not.toBe('');
    expect(problem.mend).not.toBe('');
  }
  if (problems.length > 0) {
    expect(problemsToError(problems).name).toBe('InputError');
    expect(() => resolveModel(input as never)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
    return;
  }
  const model = resolveModel(parseModel(input));
  for (const { fields } of model.entities)
    for (const field of fields) expect(field.examples).not.toHaveLength(0);
  expect(() => JSON.stringify(openApiDocument(model, SERVICE))).not.toThrow();
}

const word = fc.constantFrom(
  'a',
  'A',
  'b',
  'id',
  'name',
  'class',
  'constructor',
  '__proto__',
  'toString',
  'Thing',
  'Things',
  'x y',
  'é',
  '',
  'created_at',
  'b_id',
  'Object',
);
const scalar = fc.oneof(
  fc.integer({ min: -5, max: 700 }),
  fc.boolean(),
  fc.double(),
  fc.string(),
  word,
  fc.constant(null),
);
const members: Record<string, fc.Arbitrary<unknown>> = {
  minLength: fc.nat({ max: 9 }),
  maxLength: fc.nat({ max: 700 }),
  pattern: fc.constantFrom(
    '^[a-z]+$',
    '(',
    '^(a+)+$',
    '\\d',
    '^[A-Z]{3}-\\d+$',
    'x|y',
    '.',
  ),
  minimum: fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.constantFrom('0.5', '2026-01-01', '10:00:00', 'x'),
  ),
  maximum: fc.oneof(
    fc.integer({ min: -9, max: 9 }),
    fc.constantFrom('1.5', '2026-02-01', '2026-02-01T00:00:00Z'),
  ),
  precision: fc.integer({ min: 0, max: 40 }),
  scale: fc.integer({ min: -1, max: 9 }),
  values: fc.array(fc.oneof(word, fc.string()), { maxLength: 3 }),
  default: fc.jsonValue({ maxDepth: 1 }),
  examples: fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 2 }),
  required: fc.boolean(),
  unique: fc.boolean(),
  index: fc.boolean(),
  searchable: fc.boolean(),
  minItems: fc.nat({ max: 4 }),
  maxItems: fc.nat({ max: 4 }),
  description: fc.string(),
  other: scalar,
};
const { field } = fc.letrec<{ field: unknown }>(tie => ({
  field: fc.record(
    {
      name: word,
      type: fc.oneof(fc.constantFrom(...FIELD_TYPES), word),
      ...members,
      items: tie('field'),
      fields: fc.array(tie('field'), { maxLength: 2 }),
    },
    { requiredKeys: ['name', 'type'] },
  ),
}));
const sparse = fc
  .tuple(
    field,
    fc.subarray([...Object.keys(members), 'items', 'fields'], { maxLength: 3 }),
  )
  .map(([value, kept]) =>
    Object.fromEntries(
      Object.entries(value as object).filter(
        ([key]) => key === 'name' || key === 'type' || kept.includes(key),
      ),
    ),
  );
const relation = fc.record(
  {
    name: word,
    kind: fc.constantFrom('manyToOne', 'oneToOne', 'manyToMany'),
    target: word,
    required: fc.boolean(),
    onDelete: fc.constantFrom('cascade', 'restrict', 'setNull'),
    inverse: word,
  },
  { requiredKeys: ['name', 'kind', 'target'] },
);
const model = fc.record({
  entities: fc.array(
    fc.record(
      {
        name: word,
        plural: word,
        fields: fc.array(sparse, { maxLength: 3 }),
        relations: fc.array(relation, { maxLength: 2 }),
        owned: fc.boolean(),
      },
      { requiredKeys: ['name', 'fields'] },
    ),
    { maxLength: 3 },
  ),
});

function holdFor(inputs: fc.Arbitrary<unknown>, numRuns: number): boolean {
  fc.assert(fc.property(inputs, goesThrough), { numRuns });
  return true;
}

const yaml = fc
  .array(
    fc.constantFrom(
      ...['entities', ':', ' ', '\n', '- ', '[', ']', '{', '}', '&a', '*a'],
      ...['!!', '|', '>', '"', 'name', '#', '?', '<<'],
    ),
    { maxLength: 20 },
  )
  .map(parts => parts.join(''));

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withSparseArray: true,
});

const circular: { entities: unknown[] } = { entities: [] };
circular.entities.push(circular);

describe('any input gives a model or an InputError', () => {
  it.each([
    ['JSON', fc.jsonValue(), 200],
    ['text', fc.string({ unit: 'binary' }), 200],
    ['nearly YAML', yaml, 300],
    ['no JSON at all', anything, 200],
    ['nearly a model', model, 600],
    ['an object that holds itself', fc.constant(circular), 1],
  ])('where it is %s', (_what, inputs, runs) => {
    expect(holdFor(inputs as fc.Arbitrary<unknown>, runs)).toBe(true);
  });
});
