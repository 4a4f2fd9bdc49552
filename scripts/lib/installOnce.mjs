import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const LOOK_AGAIN_MS = 200;

/**
 * Installs something into a folder where it is not there yet. Of several
 * processes that want it at once, one installs and the others wait; what an
 * interrupted one left is thrown away.
 *
 * @param {string} folder
 * @param {() => Promise<unknown>} install fills the folder, which is new and empty
 */
export async function installOnce(folder, install) {
  const stamp = path.join(folder, 'complete');
  if (existsSync(stamp)) {
    return;
  }
  const lock = `${folder}.lock`;
  await mkdir(path.dirname(folder), { recursive: true });
  await takeLock(lock);
  try {
    if (!existsSync(stamp)) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      await install();
      await writeFile(stamp, '');
    }
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock) {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') {
        throw error;
      }
    }
    const holder = await readFile(lock, 'utf8').catch(() => '');
    if (holder && !isAlive(Number(holder))) {
      await rm(lock, { force: true });
    } else {
      await new Promise(resolve => {
        setTimeout(resolve, LOOK_AGAIN_MS);
      });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
