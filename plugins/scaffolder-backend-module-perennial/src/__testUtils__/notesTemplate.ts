import yaml from 'yaml';

/** A template that uses every action, and `catalog:register` after them. */
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'notes' },
  spec: {
    owner: 'guests',
    type: 'service',
    parameters: [{ properties: { name: { type: 'string' } } }],
    steps: [
      {
        id: 'model',
        action: 'perennial:model:resolve',
        input: { model: '${{ parameters.model }}', database: 'postgres' },
      },
      {
        id: 'render',
        action: 'perennial:service:render',
        input: {
          layers: [{ path: './skeleton' }],
          model: '${{ steps.model.output.model }}',
          database: 'postgres',
          values: { name: '${{ parameters.name }}' },
        },
      },
      {
        id: 'publish',
        action: 'perennial:repository:publish',
        input: { repoUrl: '${{ parameters.repoUrl }}' },
      },
      {
        id: 'register',
        action: 'catalog:register',
        input: {
          repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
          catalogInfoPath: '/catalog-info.yaml',
        },
      },
    ],
    output: {
      commit: '${{ steps.publish.output.commitHash }}',
      entityRef: '${{ steps.register.output.entityRef }}',
    },
  },
};

/** Files of the template, for a mock directory. */
export const notesTemplate = {
  'template.yaml': yaml.stringify(template),
  skeleton: {
    'README.md': '# ${{ values.name }}\n',
    'src/${{ entity.kebab }}.js': '// ${{ entity.title }}\n',
    'catalog-info.yaml': yaml.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: '${{ values.name }}' },
      spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
    }),
  },
};

/** What the template renders. */
export const NOTES_FILES = [
  '100644 .perennial/lineage.yaml',
  '100644 README.md',
  '100644 catalog-info.yaml',
  '100644 model.yaml',
  '100644 src/note.js',
];

/** Answers of the form. */
export function notesValues(options: { name: string; host: string }) {
  return {
    name: options.name,
    model: {
      entities: [{ name: 'Note', fields: [{ name: 'title', type: 'string' }] }],
    },
    repoUrl: `${options.host}?owner=acme&repo=${options.name}`,
  };
}
