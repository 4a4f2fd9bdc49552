import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './support/engine.mjs';
import { median, round, time } from './support/figures.mjs';
import { ANSWERS, TEMPLATE, makeModel } from './support/models.mjs';

const ENTITIES = 10;
const FIELDS = 8;
const ROUNDS = 9;

export default {
  name: 'cli',
  description: `perennial render of ${ENTITIES} entities as a cold process, seconds`,
  run,
};

async function run() {
  const temporary = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  try {
    const model = join(temporary, 'model.yaml');
    // JSON is YAML.
    writeFileSync(model, JSON.stringify(makeModel(ENTITIES, FIELDS)));
    const args = [
      ...['render', TEMPLATE, '--model', model, '--json'],
      ...Object.entries(ANSWERS).flatMap(([key, value]) => [
        '--set',
        `${key}=${value}`,
      ]),
    ];
    const direct = out => [
      process.execPath,
      [join(ROOT, 'scripts', 'perennial.mjs'), ...args, '--out', out],
    ];
    const byNpm = out => [
      'npm',
      ['run', '--silent', 'perennial', '--', ...args, '--out', out],
    ];
    const { files } = execute(direct(join(temporary, 'first')));
    return report(
      files,
      await measure(direct, temporary),
      await measure(byNpm, temporary),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function measure(command, temporary) {
  const times = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    const out = join(temporary, `out-${index}`);
    times.push((await time(() => execute(command(out)))) / 1000);
    rmSync(out, { recursive: true });
  }
  return times;
}

function execute([command, args]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`perennial render ended with ${status}: ${stderr}`);
  }
  return JSON.parse(stdout.trim().split('\n').pop());
}

function report(files, direct, byNpm) {
  const row = (title, times) => [
    title,
    round(Math.min(...times), 2),
    round(median(times), 2),
  ];
  return {
    rows: [
      [`${files} files`, 's min', 's median'],
      row('node scripts/perennial.mjs', direct),
      row('npm run --silent perennial', byNpm),
    ],
    figures: {
      files,
      seconds: round(median(direct), 3),
      secondsByNpm: round(median(byNpm), 3),
    },
  };
}
