import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './engine.mjs';

const TOKEN = 'sandbox-token';

/** The stand-in for GitHub, in a process of its own as GitHub is. */
export async function startGithubSandbox(dataFolder) {
  const child = spawn(
    process.execPath,
    [
      ...['--import', '@backstage/cli/config/nodeTransform.cjs'],
      join(ROOT, 'examples', 'github-sandbox', 'src', 'main.ts'),
    ],
    {
      cwd: join(ROOT, 'examples', 'github-sandbox'),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: '0',
        GITHUB_SANDBOX_HOST: '127.0.0.1',
        GITHUB_SANDBOX_DATA: dataFolder,
        GITHUB_SANDBOX_ADMIN: 'true',
        GITHUB_SANDBOX_TOKEN: TOKEN,
      },
    },
  );
  const url = await address(child);
  const log = `${url}/_sandbox/requests`;
  return {
    url,
    token: TOKEN,
    async requests() {
      return await (await fetch(log)).json();
    },
    async forgetRequests() {
      await fetch(log, { method: 'DELETE' });
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function address(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\/\/\S+/.exec(line);
    if (found) {
      child.stdout.resume();
      return found[0];
    }
  }
  throw new Error('the GitHub stand-in ended before it listened');
}
