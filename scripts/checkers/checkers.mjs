import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const isYaml = file => /\.ya?ml$/.test(file);
const isManifest = file => file.startsWith('kubernetes/') && isYaml(file);
const isKustomization = file =>
  path.basename(file).startsWith('kustomization.');

/**
 * Each checker names the tools it needs, the files it looks at, and answers its
 * findings as text, or an empty string.
 *
 * @type {Array<{ name: string, tools: string[], accepts: (file: string) => boolean,
 *   check: (context: { folder: string, inputs: string[], tools: Record<string, string> }) => Promise<string> }>}
 */
export const checkers = [
  {
    name: 'actionlint',
    tools: ['actionlint', 'shellcheck'],
    accepts: file => file.startsWith('.github/workflows/') && isYaml(file),
    check: ({ folder, inputs, tools }) =>
      findings(
        tools.actionlint,
        ['-no-color', '-shellcheck', tools.shellcheck, ...inputs],
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
  {
    name: 'hadolint',
    tools: ['hadolint'],
    accepts: file => /^Dockerfile(\..+)?$/.test(path.basename(file)),
    check: ({ folder, inputs, tools }) =>
      findings(
        tools.hadolint,
        ['--no-color', '--failure-threshold', 'style', ...inputs],
        folder,
      ),
  },
  {
    name: 'kubernetes-validate',
    tools: ['kubernetes-validate'],
    accepts: file => isManifest(file) && !isKustomization(file),
    check: ({ folder, inputs, tools }) =>
      findings(
        tools['kubernetes-validate'],
        ['--strict', '--quiet', ...inputs],
        folder,
      ),
  },
  {
    name: 'kustomize',
    tools: ['kustomize', 'kubernetes-validate'],
    accepts: file => isManifest(file) && isKustomization(file),
    check: checkKustomization,
  },
  {
    name: 'gitleaks',
    tools: ['gitleaks'],
    accepts: () => true,
    check: ({ folder, tools }) =>
      findings(
        tools.gitleaks,
        ['dir', '--no-banner', '--no-color', '--verbose', '--redact', '.'],
        folder,
      ),
  },
];

/** What the cluster would get must be valid as well, not only its sources. */
async function checkKustomization({ folder, inputs, tools }) {
  const problems = [];
  for (const input of inputs) {
    const built = await execute(
      tools.kustomize,
      ['build', path.dirname(input)],
      folder,
    );
    if (built.code !== 0) {
      problems.push(`${input}: ${built.error}`);
      continue;
    }
    const file = path.join(folder, 'built.yaml');
    await writeFile(file, built.output);
    problems.push(
      await findings(
        tools['kubernetes-validate'],
        ['--strict', '--quiet', file],
        folder,
      ),
    );
    await rm(file);
  }
  return problems.filter(Boolean).join('\n');
}

async function findings(command, args, folder) {
  const { code, output, error } = await execute(command, args, folder);
  if (code === 0) {
    return '';
  }
  const text = `${output}\n${error}`.trim();
  return text || `${path.basename(command)} ended with exit code ${code}.`;
}

function execute(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const chunks = { output: [], error: [] };
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    child.stdout.on('data', chunk => chunks.output.push(chunk));
    child.stderr.on('data', chunk => chunks.error.push(chunk));
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        code,
        output: Buffer.concat(chunks.output).toString(),
        error: Buffer.concat(chunks.error).toString(),
      }),
    );
  });
}
