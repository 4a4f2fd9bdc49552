import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import yaml from 'yaml';
import { createModelResolveAction } from './modelResolve';
import { examples } from './modelResolve.examples';

describe('perennial:model:resolve examples', () => {
  const action = createModelResolveAction();

  async function run(index: number) {
    const context = createMockActionContext({
      input: yaml.parse(examples[index].example).steps[0].input,
    });
    await action.handler(context);
    return Object.fromEntries(jest.mocked(context.output).mock.calls);
  }

  it(`${examples[0].description}`, async () => {
    expect(await run(0)).toMatchObject({
      entities: ['Product', 'Category'],
      auth: false,
    });
  });

  it(`${examples[1].description}`, async () => {
    expect(await run(1)).toMatchObject({ entities: ['Note'], auth: true });
  });
});
