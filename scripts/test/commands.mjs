import { spawn } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { ROOT } from '../lib/paths.mjs';
import { UserError } from '../lib/report.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import { runChecks } from './checks.mjs';

const START = "import('./scripts/start.mjs')";
const LACKS_ROOM = `
  require('node:fs/promises').statfs = async () => ({ bavail: 1, bsize: 4096 });
  require('node:module').syncBuiltinESMExports();
  ${START}`;
const ELSEWHERE = `
  Object.defineProperty(process, 'platform', { value: 'sunos' });
  ${START}`;

/** What `npm start` says where it cannot start, and that it leaves nothing. */
export function runPart() {
  return runChecks([
    { title: 'A busy port is one clear sentence', run: expectBusyPort },
    {
      title: 'A full disk is one clear sentence, and leaves nothing',
      run: () =>
        expectRefusal(LACKS_ROOM, /GiB free and the installation needs/),
    },
    {
      title:
        'An unsupported platform is one clear sentence, and leaves nothing',
      run: () =>
        expectRefusal(ELSEWHERE, /^sunos-\w+ is not supported: use one of/),
    },
  ]);
}

async function expectBusyPort() {
  const server = net.createServer();
  await new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    const port = String(server.address().port);
    const result = await evaluate(START, ROOT, { PERENNIAL_PAGE_PORT: port });
    expectSentence(
      result,
      new RegExp(`^Port ${port} \\(the portal\\) is in use by another program`),
    );
  } finally {
    server.close();
  }
}

/** In a checkout without anything installed. */
function expectRefusal(code, sentence) {
  return withTemporaryFolder(async folder => {
    for (const name of ['scripts', 'package.json', 'yarn.lock']) {
      await cp(path.join(ROOT, name), path.join(folder, name), {
        recursive: true,
      });
    }
    const before = await readdir(folder);
    expectSentence(await evaluate(code, folder), sentence);
    const left = (await readdir(folder)).filter(name => !before.includes(name));
    if (left.length) {
      throw new UserError(`It leaves ${left.join(', ')} behind.`);
    }
  });
}

function evaluate(code, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--eval', code], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', exitCode => resolve({ exitCode, errors: errors.trim() }));
  });
}

function expectSentence({ exitCode, errors }, sentence) {
  if (exitCode !== 1 || !sentence.test(errors) || errors.includes('\n')) {
    throw new UserError(
      `Expected exit code 1 and one sentence like ${sentence}, found ${exitCode} and:\n${errors}`,
    );
  }
}
