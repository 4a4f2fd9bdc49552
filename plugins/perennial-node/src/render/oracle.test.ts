import { Oracle } from '../__testUtils__/oracle';
import {
  EVERYTHING,
  largeModel,
  shippedModels,
  shippedTemplates,
} from '../__testUtils__/shippedTemplates';

const MODELS: [
  name: string,
  model: unknown,
  answers: Record<string, string>,
][] = [
  [
    'one entity',
    {
      entities: [
        { name: 'Product', fields: [{ name: 'name', type: 'string' }] },
      ],
    },
    {},
  ],
  [
    'one field of an entity',
    { entities: [{ name: 'Tag', fields: [{ name: 'x', type: 'json' }] }] },
    { auth: 'jwt', kubernetes: 'false' },
  ],
  ['every feature', EVERYTHING, { auth: 'jwt' }],
  ['many entities', largeModel(40, 12), {}],
  ...shippedModels().map(
    ({ name, text }): [string, unknown, Record<string, string>] => [
      name,
      text,
      {},
    ],
  ),
];

const CASES = shippedTemplates().flatMap(template =>
  MODELS.map(([name, model, answers]) => ({
    title: `${template.name} with ${name}`,
    folder: template.folder,
    model,
    answers,
  })),
);

jest.setTimeout(60_000);

describe('nunjitsu and nunjucks', () => {
  it('have templates to be compared on', () => {
    expect(CASES.length).toBeGreaterThan(0);
  });

  it.each(CASES)(
    'give the same bytes for every file of $title',
    async testCase => {
      const { compared, different } = await new Oracle().compare(testCase);
      expect(different).toEqual([]);
      expect(compared).toBeGreaterThan(20);
    },
  );
});
