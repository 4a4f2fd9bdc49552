import { stringify } from 'yaml';
import { root, write } from './terminal';

/** The form of the template `checked`; a check can tell its cases apart by it. */
const FORM = {
  required: ['name', 'owner', 'region'],
  properties: {
    name: { type: 'string' },
    owner: { type: 'string' },
    region: { type: 'string', examples: ['north'] },
    repoUrl: { type: 'string', 'ui:field': 'RepoUrlPicker' },
    model: { type: 'object' },
    auth: { type: 'string', default: 'none', enum: ['jwt', 'none'] },
    size: { type: 'integer', oneOf: [{ const: 1 }, { const: 2 }] },
    docs: { type: 'boolean', default: false },
  },
};

/**
 * Writes a template with three options, of which `docs` makes no difference to
 * what it renders.
 *
 * @returns its folder, relative to the root
 */
export function writeTemplate(options: {
  name: string;
  /** Contents of its template.test.yaml. */
  tests?: unknown;
  /** More files of its skeleton. */
  skeleton?: Record<string, string>;
  form?: object;
}): string {
  const folder = `templates/${options.name}`;
  const template = {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: options.name },
    spec: {
      parameters: options.form ?? FORM,
      steps: [
        {
          id: 'render',
          action: 'perennial:service:render',
          input: {
            layers: [{ path: './skeleton' }],
            model: '${{ parameters.model }}',
            values: {
              name: '${{ parameters.name }}',
              auth: '${{ parameters.auth }}',
              size: '${{ parameters.size }}',
              docs: '${{ parameters.docs }}',
            },
          },
        },
      ],
    },
  };
  write(`${folder}/template.yaml`, stringify(template));
  write(
    `${folder}/skeleton/options.json`,
    '{ "auth": "${{ values.auth }}", "size": "${{ values.size }}" }\n',
  );
  for (const [path, text] of Object.entries(options.skeleton ?? {})) {
    write(`${folder}/skeleton/${path}`, text);
  }
  if (options.tests !== undefined) {
    write(`${folder}/template.test.yaml`, stringify(options.tests));
  }
  return `${root}/${folder}`;
}

/** A command that evaluates JavaScript. */
export function evaluate(code: string): string[] {
  return ['node', '--eval', code];
}
