import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check a model that is written into the template.',
    example: yaml.stringify({
      steps: [
        {
          id: 'model',
          name: 'Check the model',
          action: 'perennial:model:resolve',
          input: {
            model: {
              entities: [
                {
                  name: 'Product',
                  fields: [
                    { name: 'sku', type: 'string', required: true },
                    { name: 'price', type: 'decimal', minimum: 0 },
                  ],
                  relations: [
                    { name: 'category', kind: 'manyToOne', target: 'Category' },
                  ],
                },
                {
                  name: 'Category',
                  fields: [{ name: 'name', type: 'string', required: true }],
                },
              ],
            },
            database: 'postgres',
          },
        },
      ],
    }),
  },
  {
    description: 'Check a model that a person wrote as YAML.',
    example: yaml.stringify({
      steps: [
        {
          id: 'model',
          name: 'Check the model',
          action: 'perennial:model:resolve',
          input: {
            model: [
              'entities:',
              '  - name: Note',
              '    owned: true',
              '    fields:',
              '      - { name: title, type: string, required: true }',
              '      - { name: body, type: text }',
              '',
            ].join('\n'),
            database: 'mongo',
          },
        },
      ],
    }),
  },
];
