import fs from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  BlueprintRegistration,
  registerBlueprint,
} from '@perennial/plugin-perennial-node';
import { refuseUnrendered } from '../../lib/guards/refuseUnrendered';
import { resolveInWorkspace } from '../../lib/guards/resolveInWorkspace';
import { examples } from './blueprintRegister.examples';

/**
 * Creates the action `perennial:blueprint:register`: adds the import and the
 * registration of a Flask blueprint to a file of the workspace.
 *
 * @public
 */
export function createBlueprintRegisterAction() {
  return createTemplateAction({
    id: 'perennial:blueprint:register',
    description:
      'Adds the import and the registration of a Flask blueprint to the application factory of a Python file in the workspace, wherever they belong; every other byte of the file stays as it is. A blueprint that is registered already changes nothing. Where it cannot be known what to do, the file is left alone, and the outputs say why and which lines to add by hand.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z.string({
            description:
              'The Python file, by its path in the workspace: `repository/admin_server/app.py`',
          }),
        package: z =>
          z.string({
            description:
              'Package that the file and the blueprint are in: `admin_server`',
          }),
        module: z =>
          z.string({
            description:
              'Module of the blueprint within the package: `app_invoice.invoice_api`',
          }),
        name: z =>
          z.string({
            description:
              'Variable of the module that holds the blueprint: `invoice_api`',
          }),
        factory: z =>
          z
            .string({
              description:
                'Function that makes the application. Default: `create_app`',
            })
            .optional(),
      },
      output: {
        outcome: z =>
          z.enum(['added', 'present', 'manual'], {
            description:
              '`added`; `present`: it was registered already; `manual`: the file was left alone, for a person to edit',
          }),
        lines: z =>
          z.string({
            description:
              'The lines that were added, or that a person is to add',
          }),
        reason: z =>
          z.string({ description: 'Why the file was left alone, else empty' }),
        note: z =>
          z.string({
            description:
              'What a person has to do, in Markdown for a pull request; empty where there is nothing to do',
          }),
      },
    },
    async handler(ctx) {
      refuseUnrendered(ctx.input);
      const { path, ...blueprint } = ctx.input;
      const file = resolveInWorkspace({
        workspacePath: ctx.workspacePath,
        input: 'path',
        value: path,
      });
      const result = await registerIn(file, path, blueprint);
      const lines = 'lines' in result ? result.lines : [];
      const reason = result.outcome === 'manual' ? result.reason : '';
      if (result.outcome === 'added') {
        await fs.writeFile(file, result.source);
      }
      ctx.logger.info(describe(result, blueprint.name, path));
      ctx.output('outcome', result.outcome);
      ctx.output('lines', lines.join('\n'));
      ctx.output('reason', reason);
      ctx.output('note', reason && noteFor({ path, reason, lines }));
    },
  });
}

async function registerIn(
  file: string,
  path: string,
  blueprint: Parameters<typeof registerBlueprint>[1],
): Promise<BlueprintRegistration> {
  const bytes = await fs.readFile(file).catch(error => {
    throw new InputError(
      `There is no file "${path}" in the workspace. Name the file that makes the application.`,
      error,
    );
  });
  const source = bytes.toString('utf8');
  if (!Buffer.from(source).equals(bytes)) {
    throw new InputError(
      `"${path}" is not in UTF-8. Store it in UTF-8, which is what Python takes where a file says nothing else.`,
    );
  }
  return await registerBlueprint(source, blueprint);
}

function describe(
  result: BlueprintRegistration,
  name: string,
  path: string,
): string {
  switch (result.outcome) {
    case 'added':
      return `Registered ${name} in ${path}`;
    case 'present':
      return `${name} is registered in ${path} already`;
    default:
      return `${path} was left alone: ${result.reason}`;
  }
}

function noteFor(options: {
  path: string;
  reason: string;
  lines: string[];
}): string {
  const { path, reason, lines } = options;
  const file = path.split('/').pop();
  return [
    `**The service is not registered yet.** \`${file}\` was left alone, because ${reason}. Add these lines where they belong:`,
    ['```python', ...lines, '```'].join('\n'),
  ].join('\n\n');
}
