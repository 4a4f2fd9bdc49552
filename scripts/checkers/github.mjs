import { findings, isYaml } from './execute.mjs';
import { ACTIONLINT_WAIVERS } from './waivers.mjs';

/** @type {import('./checkers.mjs').Checker[]} */
export const githubCheckers = [
  {
    name: 'actionlint',
    tools: ['actionlint', 'shellcheck'],
    accepts: file => file.startsWith('.github/workflows/') && isYaml(file),
    check: ({ folder, inputs, tools }) =>
      findings(
        tools.actionlint,
        [
          ...['-no-color', '-shellcheck', tools.shellcheck],
          ...ACTIONLINT_WAIVERS.flatMap(({ message }) => ['-ignore', message]),
          ...inputs,
        ],
        folder,
      ),
  },
  {
    name: 'zizmor',
    tools: ['zizmor'],
    accepts: file => file.startsWith('.github/') && isYaml(file),
    check: ({ folder, tools }) =>
      findings(
        tools.zizmor,
        [
          ...['--offline', '--no-progress', '--quiet', '--color', 'never'],
          ...['--persona', 'pedantic', '--strict-collection', '.'],
        ],
        folder,
      ),
  },
];
