import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import yaml from 'yaml';
import { createServiceRenderAction } from './serviceRender';
import { examples } from './serviceRender.examples';

describe('perennial:service:render examples', () => {
  const directory = createMockDirectory();
  const config = new ConfigReader({});
  const action = createServiceRenderAction({
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(config),
    config,
  });

  async function run(index: number) {
    directory.setContent({
      'templates/mine/skeleton/README.md': '# ${{ values.name }}\n',
      'templates/mine/skeleton/src/${{ entity.kebab }}.js':
        '// ${{ entity.title }}\n',
      'templates/parts/ci/ci.yaml': 'owner: ${{ values.owner }}\n',
      'templates/parts/kubernetes/deployment.yaml': 'kind: Deployment\n',
      'templates/parts/docs/README.md': '# The ${{ values.name }}\n',
      workspace: {},
    });
    const context = createMockActionContext({
      workspacePath: directory.resolve('workspace'),
      input: yaml.parse(examples[index].example).steps[0].input,
      templateInfo: {
        entityRef: 'template:default/mine',
        baseUrl: `file://${directory.resolve('templates/mine/template.yaml')}`,
      },
    });
    await action.handler(context);
    return directory.content({ path: 'workspace' }) as object;
  }

  it(`${examples[0].description}`, async () => {
    expect(await run(0)).toEqual({
      'README.md': '# product-catalog\n',
      'model.yaml': expect.stringContaining('name: Product'),
      src: { 'product.js': '// Product\n' },
      '.perennial': { 'lineage.yaml': expect.any(String) },
    });
  });

  it(`${examples[1].description}`, async () => {
    expect(await run(1)).toEqual({
      service: {
        'README.md': '# The product-catalog\n',
        'ci.yaml': 'owner: group:default/shop\n',
        'model.yaml': expect.stringContaining('name: Product'),
        src: { 'product.js': '// Product\n' },
        '.perennial': { 'lineage.yaml': expect.any(String) },
      },
    });
  });
});
