import { parseModel, resolveModel } from '@perennial/plugin-perennial-common';
import { bundledExamples } from '../examples';
import { summarizeModel } from './summarizeModel';

describe('summarizeModel', () => {
  it.each(bundledExamples.map(example => [example.name, example.text]))(
    'says of %s what the service will have',
    (_, text) => {
      const model = parseModel(text);
      const resolved = resolveModel(model);

      expect(summarizeModel(model).entities).toEqual(
        resolved.entities.map(entity => ({
          name: entity.name,
          path: entity.path,
          fieldCount: entity.fields.length,
          relations: entity.relations.map(relation => ({
            name: relation.name,
            target: relation.target.name,
          })),
          owned: entity.owned,
          softDelete: entity.softDelete,
        })),
      );
    },
  );

  it('adds up', () => {
    const [product] = bundledExamples;

    expect(summarizeModel(parseModel(product.text))).toMatchObject({
      fieldCount: 8,
      relationCount: 0,
      endpointCount: 6,
    });
  });
});
