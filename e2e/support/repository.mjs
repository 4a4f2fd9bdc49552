import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { CACHE, REPOSITORIES_URL } from './settings.mjs';

const run = promisify(execFile);
const TOKEN = process.env.GITHUB_SANDBOX_TOKEN ?? 'sandbox-token';

/**
 * Clones a repository for as long as `use` runs. Not into the system's folder
 * for temporary files: PostgreSQL, which the service's tests start, runs as a
 * user of its own and must get in.
 */
export async function withClone(url, use) {
  const parent = path.join(CACHE, 'clones');
  const folder = path.join(parent, path.basename(url, '.git'));
  await mkdir(parent, { recursive: true });
  await rm(folder, { recursive: true, force: true });
  try {
    await run('git', ['clone', '--quiet', withToken(url), folder]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The stand-in keeps private repositories private, too. */
function withToken(url) {
  const authenticated = new URL(url);
  authenticated.username = 'x-access-token';
  authenticated.password = TOKEN;
  return authenticated.href;
}

/** Makes a repository that no task of the portal has made. */
export async function createForeignRepository({ organisation, name }) {
  const response = await fetch(
    `${REPOSITORIES_URL}/api/v3/orgs/${organisation}/repos`,
    {
      method: 'POST',
      headers: {
        authorization: `token ${TOKEN}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name, auto_init: true }),
    },
  );
  if (!response.ok) {
    throw new Error(
      `The stand-in did not make ${organisation}/${name}: ${response.status}`,
    );
  }
}
