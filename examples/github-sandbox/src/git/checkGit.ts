import { execFile } from 'node:child_process';

const OLDEST = [2, 38];

function run(args: string[]): Promise<string> {
  return new Promise(done => {
    execFile('git', args, (error, stdout, stderr) => {
      done(error?.code === 'ENOENT' ? '' : stdout + stderr);
    });
  });
}

/** Says before the start what would fail later, at the first push or merge. */
export async function checkGit(): Promise<void> {
  const version = await run(['--version']);
  const [, major, minor] = version.match(/(\d+)\.(\d+)/) ?? [];
  if (!major) {
    throw new Error('Git was not found: install Git 2.38 or newer.');
  }
  if (
    Number(major) < OLDEST[0] ||
    (Number(major) === OLDEST[0] && Number(minor) < OLDEST[1])
  ) {
    throw new Error(
      `Git ${major}.${minor} is too old: install Git ${OLDEST.join(
        '.',
      )} or newer.`,
    );
  }
  // Without a request it only complains about that.
  if (/not a git command/.test(await run(['http-backend']))) {
    throw new Error(
      'This Git has no http-backend: install the package of your system that holds it, such as git-daemon.',
    );
  }
}
