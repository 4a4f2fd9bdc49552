import { TEN_ENTITIES } from '../testing';
import { resolveModel } from './resolveModel';
import { limitEntities, resolvedNames } from './resolvedNames';

const model = resolveModel(TEN_ENTITIES);

describe('resolvedNames', () => {
  it('gives each entity its names, in the order of the model', () => {
    const names = resolvedNames(model);
    expect(names.map(({ name }) => name)).toEqual(
      model.entities.map(({ name }) => name),
    );
    expect(names.find(({ name }) => name === 'Order line')).toEqual({
      name: 'Order line',
      pascal: 'OrderLine',
      camel: 'orderLine',
      snake: 'order_line',
      kebab: 'order-line',
      title: 'Order line',
      plural: {
        pascal: 'OrderLines',
        camel: 'orderLines',
        snake: 'order_lines',
        kebab: 'order-lines',
        title: 'Order lines',
      },
    });
  });
});

describe('limitEntities', () => {
  it('lets as many pass as it is told', () => {
    expect(() => limitEntities(model, model.entities.length)).not.toThrow();
  });

  it('refuses more, and names them', () => {
    expect(() => limitEntities(model, 1)).toThrow(
      /^The model has \d+ entities \(.*Order line.*\), and this template takes 1\. Leave/,
    );
  });
});
