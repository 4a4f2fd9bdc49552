import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { installOnce } from '../lib/installOnce.mjs';
import { ROOT } from '../lib/paths.mjs';
import { openService, runCommand } from '../service/openService.mjs';

const CACHE = path.join(ROOT, '.cache/random');

/** What a runtime installs, by what, and where. */
const INSTALLATIONS = {
  node: { folder: 'node_modules', keys: ['package.json', 'package-lock.json'] },
  python: {
    folder: '.venv',
    keys: [
      ...['Makefile', 'pyproject.toml', 'requirements.txt'],
      ...['requirements-dev.txt', 'requirements.in', 'requirements-dev.in'],
    ],
  },
};

/** Older than any installation, so that make finds nothing to install again. */
const LONG_AGO = new Date('2020-01-01');

/**
 * Gives a rendered service what it installs: a link to one installation that
 * all services with the same lock files share.
 *
 * @param {import('../service/openService.mjs').Service} service
 * @param {(line: string) => void} [onLine]
 * @returns {Promise<Record<string, string>>} settings that let the service's commands share more
 */
export async function shareInstallation(service, onLine) {
  const { folder, keys } = INSTALLATIONS[service.runtime];
  const there = keys.filter(file =>
    existsSync(path.join(service.folder, file)),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of there) {
    hash.update(file).update(await readFile(path.join(service.folder, file)));
  }
  const host = path.join(CACHE, hash.digest('hex').slice(0, 16));
  await installOnce(host, async () => {
    await cp(service.folder, host, { recursive: true });
    await runCommand(await openService(host), 'install', { onLine });
  });
  for (const file of there) {
    await utimes(path.join(service.folder, file), LONG_AGO, LONG_AGO);
  }
  await symlink(path.join(host, folder), path.join(service.folder, folder));
  return { MYPY_CACHE_DIR: path.join(host, '.mypy_cache') };
}
