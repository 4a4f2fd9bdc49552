import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/**
 * Runs a tool in a folder.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {Record<string, string>} [env] beside the environment of this process
 * @returns {Promise<{ code: number | null, output: string, error: string }>}
 */
export function execute(command, args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const chunks = { output: [], error: [] };
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
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

/** What a tool has to say where it does not end with 0, else an empty string. */
export async function findings(command, args, folder, env) {
  const { code, output, error } = await execute(command, args, folder, env);
  if (code === 0) {
    return '';
  }
  const text = `${output}\n${error}`.trim();
  return text || `${path.basename(command)} ended with exit code ${code}.`;
}

export const isYaml = file => /\.ya?ml$/.test(file);
