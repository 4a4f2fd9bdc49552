'use strict';

// Installs the dependencies where they are missing or older than the lock file.
// Uses nothing but Node itself, because it runs before anything is installed.

const { spawnSync } = require('node:child_process');
const { statSync } = require('node:fs');
const path = require('node:path');

const ROOT = path.join(__dirname, '..');

/** @param {string} file */
function modified(file) {
  const stats = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
  return stats?.mtimeMs ?? 0;
}

// npm writes this file at the end of an installation.
if (
  modified('node_modules/.package-lock.json') < modified('package-lock.json')
) {
  process.stdout.write('Installing dependencies\n');
  const { status } = spawnSync('npm', ['ci', '--include=dev'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
