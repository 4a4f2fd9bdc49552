import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEngine } from './support/engine.mjs';
import { median, round } from './support/figures.mjs';

const SIZES = [10, 100, 500];
const FIELDS = 10;
const ROUNDS = 3;
const CHILD = fileURLToPath(
  new URL('./support/memoryChild.mjs', import.meta.url),
);

export default {
  name: 'memory',
  description: `peak memory of a process at ${SIZES.join(
    ', ',
  )} entities of ${FIELDS} fields, MiB`,
  run,
};

async function run() {
  buildEngine();
  const temporary = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  try {
    const results = SIZES.map(size => ({
      size,
      model: peaks('model', size, temporary),
      render: peaks('render', size, temporary),
    }));
    return report(results);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Peak memory of some processes that only resolve the model, or that render it too. */
function peaks(mode, size, temporary) {
  return Array.from({ length: ROUNDS }, (_, index) => {
    const out = join(temporary, `${mode}-${size}-${index}`);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [CHILD, mode, String(size), String(FIELDS), out],
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(`the measured process ended with ${status}: ${stderr}`);
    }
    rmSync(out, { recursive: true, force: true });
    return JSON.parse(stdout);
  });
}

function report(results) {
  const rows = results.map(({ size, model, render }) => {
    const withModel = median(model.map(({ mebibytes }) => mebibytes));
    const withRender = median(render.map(({ mebibytes }) => mebibytes));
    return {
      entities: size,
      files: render[0].files,
      model: round(withModel),
      render: round(withRender),
      added: round(withRender - withModel),
    };
  });
  return {
    rows: [
      ['entities', 'files', 'model alone', 'model and render', 'render adds'],
      ...rows.map(row => Object.values(row)),
    ],
    figures: { rows },
  };
}
