import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { median, round, time } from './support/figures.mjs';
import { startGithubSandbox } from './support/githubSandbox.mjs';
import { createPublishActions } from './support/publishActions.mjs';

const SIZES = [10, 100, 1000];
const ROUNDS = 5;
const AT_ONCE = 10;
const FILE_BYTES = 3_500;

export default {
  name: 'publish',
  description: `perennial:repository:publish against publish:github on the same stand-in: median seconds and calls of one publish, and the seconds of ${AT_ONCE} at once`,
  run,
};

async function run() {
  const temporary = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  let github;
  try {
    github = await startGithubSandbox(join(temporary, 'github'));
    const actions = createPublishActions(github);
    const rows = [];
    for (const files of SIZES) {
      const workspace = join(temporary, `${files}`);
      for (const action of ['ours', 'theirs']) {
        const folder = join(workspace, action);
        writeFiles(folder, files);
        const name = `${action}-${files}`;
        rows.push({
          action,
          files,
          ...(await measure(actions[action], github, { name, folder })),
          ...(files === SIZES[0] && {
            secondsAtOnce: await measureAtOnce(
              actions[action],
              name,
              workspace,
            ),
          }),
        });
      }
    }
    return report(rows);
  } finally {
    await github?.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function measure(publish, github, { name, folder }) {
  const seconds = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    await github.forgetRequests();
    // A workspace is published once: publish:github leaves a repository in it.
    rmSync(join(folder, '.git'), { recursive: true, force: true });
    const target = { name: `${name}-${index}`, folder };
    seconds.push((await time(() => publish(target))) / 1000);
  }
  const requests = await github.requests();
  const count = area => requests.filter(it => it.area === area).length;
  return {
    seconds: round(median(seconds), 2),
    restCalls: count('rest'),
    gitCalls: count('git'),
  };
}

async function measureAtOnce(publish, name, workspace) {
  const targets = Array.from({ length: AT_ONCE }, (_, index) => ({
    name: `${name}-at-once-${index}`,
    folder: join(workspace, `${name}-${index}`),
  }));
  targets.forEach(({ folder }) => writeFiles(folder, SIZES[0]));
  const milliseconds = await time(() => Promise.all(targets.map(publish)));
  return round(milliseconds / 1000, 2);
}

function writeFiles(folder, count) {
  for (let index = 0; index < count; index += 1) {
    const file = join(folder, `src/${index % 20}/file-${index}.js`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `// ${index}\n`.padEnd(FILE_BYTES, 'const a = 1;\n'));
  }
}

const TITLES = {
  ours: 'perennial:repository:publish',
  theirs: 'publish:github',
};

function report(rows) {
  return {
    rows: [
      ['', 'files', 'seconds', 'REST calls', 'Git calls', `${AT_ONCE} at once`],
      ...rows.map(row => [
        TITLES[row.action],
        row.files,
        row.seconds,
        row.restCalls,
        row.gitCalls,
        row.secondsAtOnce ?? '',
      ]),
    ],
    figures: { rows },
  };
}
