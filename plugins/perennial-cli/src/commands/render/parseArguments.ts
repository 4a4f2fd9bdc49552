import { parseArgs } from 'node:util';
import { InputError, isError } from '@backstage/errors';
import { parseAssignment } from '../parseAssignment';

/** What `perennial render` was asked for. */
export interface RenderArguments {
  help: boolean;
  template: string;
  model?: string;
  values?: string;
  set: [key: string, value: string][];
  out: string;
  force: boolean;
}

const HINT = 'Run perennial render --help for its options.';

export function parseRenderArguments(args: string[]): RenderArguments {
  const { values, positionals } = parse(args);
  if (values.help) {
    return { help: true, template: '', out: '', set: [], force: false };
  }
  const [template, ...extra] = positionals;
  if (!template) {
    throw new InputError(
      `Which template? Give its folder, name or URL. ${HINT}`,
    );
  }
  if (extra.length > 0) {
    throw new InputError(
      `'${extra[0]}' is one argument too many: there is one template. ${HINT}`,
    );
  }
  if (!values.out) {
    throw new InputError(`Where to? Give a folder with --out <dir>. ${HINT}`);
  }
  return {
    help: false,
    template,
    model: values.model,
    values: values.values,
    set: (values.set ?? []).map(text => parseAssignment('--set', text)),
    out: values.out,
    force: values.force ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        model: { type: 'string', short: 'm' },
        values: { type: 'string' },
        set: { type: 'string', multiple: true },
        out: { type: 'string', short: 'o' },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence] = isError(error) ? error.message.split(/\. |\n/) : [error];
    throw new InputError(`${sentence}. ${HINT}`);
  }
}
