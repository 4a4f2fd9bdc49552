import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildEngine } from './support/engine.mjs';
import { round } from './support/figures.mjs';

const SIZES = [10, 100, 500];
const FIELDS = 10;
const CHILD = fileURLToPath(
  new URL('./support/memoryChild.mjs', import.meta.url),
);

export default {
  name: 'memory',
  description: `memory of a process at ${SIZES.join(
    ', ',
  )} entities of ${FIELDS} fields, MiB: peak with the model and its OpenAPI document alone, peak of a render, and what the render holds at most beside the model`,
  run,
};

async function run() {
  buildEngine();
  const temporary = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  try {
    return report(SIZES.map(size => measure(size, temporary)));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function measure(size, temporary) {
  const model = runChild('model', size, temporary);
  const render = runChild('render', size, temporary);
  const live = runChild('live', size, temporary);
  return {
    entities: size,
    files: render.files,
    peakOfModel: round(model.peak),
    peakOfRender: round(render.peak),
    heldByRender: round(live.live, 1),
  };
}

function runChild(mode, size, temporary) {
  const out = join(temporary, `${mode}-${size}`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', CHILD, mode, String(size), String(FIELDS), out],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`the measured process ended with ${status}: ${stderr}`);
  }
  rmSync(out, { recursive: true, force: true });
  return JSON.parse(stdout);
}

function report(rows) {
  return {
    rows: [
      ['entities', 'files', 'model, peak', 'render, peak', 'render holds'],
      ...rows.map(row => Object.values(row)),
    ],
    figures: { rows },
  };
}
