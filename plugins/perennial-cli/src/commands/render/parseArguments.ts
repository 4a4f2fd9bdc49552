import { InputError } from '@backstage/errors';
import { parseAssignment } from '../parseAssignment';
import { parseCommandLine } from '../parseCommandLine';

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

const OPTIONS = {
  model: { type: 'string', short: 'm' },
  values: { type: 'string' },
  set: { type: 'string', multiple: true },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export function parseRenderArguments(args: string[]): RenderArguments {
  const { values, positionals } = parseCommandLine(args, OPTIONS, HINT);
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
