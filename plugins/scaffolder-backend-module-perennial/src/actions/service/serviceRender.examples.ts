import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

const model = {
  entities: [
    {
      name: 'Product',
      fields: [{ name: 'sku', type: 'string', required: true }],
    },
  ],
};

export const examples: TemplateExample[] = [
  {
    description: 'Render one skeleton folder beside template.yaml.',
    example: yaml.stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the code',
          action: 'perennial:service:render',
          input: {
            layers: [{ path: './skeleton' }],
            model,
            database: 'postgres',
            values: { name: 'product-catalog', owner: 'group:default/shop' },
          },
        },
      ],
    }),
  },
  {
    description:
      'Render several layers, one of them on demand and one that replaces a file of an earlier layer, into a folder of the workspace.',
    example: yaml.stringify({
      steps: [
        {
          id: 'render',
          name: 'Write the code',
          action: 'perennial:service:render',
          input: {
            layers: [
              { path: './skeleton' },
              { path: '../parts/ci' },
              { path: '../parts/kubernetes', when: false },
              { path: '../parts/docs', overrides: ['README.md'] },
            ],
            model,
            database: 'postgres',
            values: { name: 'product-catalog', owner: 'group:default/shop' },
            trimBlocks: true,
            lstripBlocks: true,
            targetPath: 'service',
          },
        },
      ],
    }),
  },
];
