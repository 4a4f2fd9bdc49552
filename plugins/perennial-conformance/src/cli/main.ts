import { readFile, writeFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import {
  parseModel,
  resolveModel,
  type ModelDocument,
} from '@perennial/plugin-perennial-common';
import {
  monolithGroups,
  runMonolithConformance,
} from '../monolith/runMonolithConformance';
import { junitText } from '../report/junit';
import { reportText } from '../report/text';
import { conformanceGroups, runConformance } from '../runConformance';
import type { CheckResult, Report } from '../runner/types';
import { commandArguments } from './arguments';
import type { CommandArguments } from './arguments';

const EXIT_CONFORMS = 0;
const EXIT_FINDINGS = 1;
const EXIT_WRONG_USE = 2;

/** Streams that the command writes to. @public */
export interface CommandOutput {
  write(text: string): void;
  writeError(text: string): void;
  /** Progress is shown to a person only. */
  terminal: boolean;
}

/**
 * The command `perennial-conformance`.
 *
 * @returns the exit code: 0 conforms, 1 findings, 2 wrong use
 * @public
 */
export async function main(
  argv: string[],
  output: CommandOutput = processOutput(),
): Promise<number> {
  try {
    const options = commandArguments(argv);
    if (options.help) {
      output.write(helpText());
      return EXIT_CONFORMS;
    }
    return await run(options, output);
  } catch (error) {
    if (error instanceof Error && error.name === 'InputError') {
      output.writeError(`${error.message}\n`);
      return EXIT_WRONG_USE;
    }
    throw error;
  }
}

async function run(
  options: CommandArguments,
  output: CommandOutput,
): Promise<number> {
  const text = await readFile(options.modelPath, 'utf8').catch(error => {
    throw new InputError(
      `The model ${options.modelPath} cannot be read: ${String(
        error instanceof Error ? error.message : error,
      )}`,
    );
  });
  let ended = 0;
  let failed = 0;
  const report = await check(options, parseModel(text), result => {
    ended += 1;
    failed += result.status === 'fail' ? 1 : 0;
    if (output.terminal && ended % 25 === 0) {
      output.writeError(`\r${ended} checks, ${failed} failed `);
    }
  });
  if (output.terminal) {
    output.writeError('\r');
  }
  if (options.junitPath !== undefined) {
    await writeFile(options.junitPath, junitText(report));
  }
  output.write(
    options.json ? `${JSON.stringify(report)}\n` : `${reportText(report)}\n`,
  );
  return report.failed > 0 ? EXIT_FINDINGS : EXIT_CONFORMS;
}

/** Runs the suite of the contract that was chosen. */
function check(
  options: CommandArguments,
  model: ModelDocument,
  onResult: (result: CheckResult) => void,
): Promise<Report> {
  const { baseUrl, auth, only, seed, concurrency } = options;
  const common = { baseUrl, only, seed, concurrency, onResult };
  if (options.contract === 'service') {
    const { database } = options;
    return runConformance({
      ...common,
      auth,
      model: resolveModel(model, { database }),
    });
  }
  if (!auth) {
    throw new InputError(
      'Callers of an admin server sign in. Give its SECRET_KEY as --jwt-secret, or tokens.',
    );
  }
  return runMonolithConformance({ ...common, auth, model });
}

function processOutput(): CommandOutput {
  return {
    write: text => process.stdout.write(text),
    writeError: text => process.stderr.write(text),
    terminal: Boolean(process.stderr.isTTY),
  };
}

function helpText(): string {
  return `Checks a running service against the service contract.

  perennial-conformance --model model.yaml [options] http://127.0.0.1:3000

  --model <file>        the model.yaml that the service was made from
  --contract <name>     service (default) or admin-server
  --database <name>     postgres (default) or mongo
  --token <token>       bearer token of a user
  --token-b <token>     bearer token of a second user
  --admin-token <token> bearer token of an admin
  --jwt-secret <secret> makes these tokens, and forged ones, with
  --issuer <name>         this issuer
  --audience <name>       and this audience
  --only <groups>       groups to run, separated by commas
  --seed <number>       draws the same values again
  --concurrency <n>     lanes of checks side by side (4)
  --json                the report as JSON
  --junit <file>        the report as JUnit's XML, too

Groups:
${groupText(conformanceGroups())}

Groups of --contract admin-server, whose tokens need no issuer and no audience:
${groupText(monolithGroups())}

Exit codes: 0 the service conforms, 1 it does not, 2 wrong use.
`;
}

function groupText(groups: { id: string; title: string }[]): string {
  return groups
    .map(({ id, title }) => `  ${id.padEnd(14)} ${title}`)
    .join('\n');
}
