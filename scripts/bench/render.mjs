import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  ROOT,
  buildEngine,
  loadEngine,
  rootRequire,
} from './support/engine.mjs';
import { createFetchTemplate } from './support/fetchTemplate.mjs';
import { median, round, time } from './support/figures.mjs';
import { OWN_FILES, flattenSkeleton, listFiles } from './support/flatten.mjs';
import { ANSWERS, TEMPLATE, makeModel } from './support/models.mjs';

const ENTITIES = 40;
const FIELDS = 8;
const ROUNDS = 9;

export default {
  name: 'render',
  description: `files per second, ${TEMPLATE} with ${ENTITIES} entities, against fetch:template on the same skeleton and against writing the same bytes`,
  run,
};

async function run() {
  buildEngine();
  const temporary = mkdtempSync(join(tmpdir(), 'perennial-bench-'));
  try {
    return await measure(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function measure(temporary) {
  const engine = loadEngine();
  const input = await prepare(engine, temporary);
  const target = name => join(temporary, 'out', name);
  const ours = () =>
    engine.renderService({ ...input.ours, target: target('ours') });
  const fetchTemplate = createFetchTemplate();
  const theirs = () =>
    fetchTemplate({ ...input.theirs, target: target('theirs') });
  await ours();
  await theirs();
  const files = compare(target('ours'), target('theirs'));
  const raw = () => writeAll(files, target('raw'));
  const rounds = [];
  for (let round_ = 0; round_ < ROUNDS; round_ += 1) {
    const times = {};
    for (const [name, work] of Object.entries({ ours, theirs, raw })) {
      rmSync(join(temporary, 'out'), { recursive: true, force: true });
      times[name] = await time(work);
    }
    rounds.push(times);
  }
  return report(rounds, files.length);
}

/** The same service, for either renderer. */
async function prepare(engine, temporary) {
  const template = await engine.readTemplate({
    folder: join(ROOT, 'templates', TEMPLATE),
  });
  const document = engine.parseModel(makeModel(ENTITIES, FIELDS));
  const plan = await engine.planRender({
    template,
    parameters: ANSWERS,
    model: document,
  });
  const model = engine.resolveModel(document);
  const values = flattenSkeleton({
    engine: rootRequire('nunjitsu'),
    layers: plan.layers,
    model,
    values: plan.values,
    target: join(temporary, 'template', 'skeleton'),
  });
  values.modelYaml = engine.stringifyModel(document);
  values.openapi = JSON.stringify(
    engine.openApiDocument(model, {
      name: plan.values.name,
      title: plan.values.title,
      description: plan.values.description,
      version: '1.0.0',
      auth: plan.values.auth,
    }),
    undefined,
    2,
  );
  return {
    ours: { ...plan, model, document },
    theirs: {
      templateFolder: join(temporary, 'template'),
      skeleton: './skeleton',
      // As it arrives in an action: plain JSON.
      values: JSON.parse(JSON.stringify(values)),
    },
  };
}

/** Both must have given the same files, or the figures mean nothing. */
function compare(ours, theirs) {
  const read = (folder, path) => readFileSync(join(folder, path));
  const paths = listFiles(ours).filter(path => !OWN_FILES.has(path));
  const others = listFiles(theirs);
  const different =
    paths.length !== others.length
      ? `${paths.length} and ${others.length} files`
      : paths.find(path => !read(ours, path).equals(read(theirs, path)));
  if (different) {
    throw new Error(`the two renderers do not agree: ${different}`);
  }
  return paths.map(path => ({ path, bytes: read(ours, path) }));
}

function writeAll(files, target) {
  const folders = new Set();
  for (const { path, bytes } of files) {
    const file = join(target, path);
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(file, bytes);
    chmodSync(file, 0o644);
  }
}

function report(rounds, files) {
  const perSecond = name => rounds.map(times => files / (times[name] / 1000));
  const ratios = name => rounds.map(times => times[name] / times.ours);
  const row = (title, name) => {
    const rates = perSecond(name);
    return [
      title,
      round(Math.min(...rounds.map(times => times[name]))),
      round(median(rounds.map(times => times[name]))),
      round(median(rates)),
      `${round(Math.min(...ratios(name)), 2)}`,
      `${round(median(ratios(name)), 2)}`,
    ];
  };
  return {
    rows: [
      ['', 'ms min', 'ms median', 'files/s', 'x min', 'x median'],
      row('perennial', 'ours'),
      row('fetch:template', 'theirs'),
      row('raw writes', 'raw'),
    ],
    figures: {
      files,
      filesPerSecond: round(median(perSecond('ours'))),
      fetchTemplateFilesPerSecond: round(median(perSecond('theirs'))),
      rawFilesPerSecond: round(median(perSecond('raw'))),
      timesFasterThanFetchTemplate: round(median(ratios('theirs')), 2),
      minimumTimesFaster: round(Math.min(...ratios('theirs')), 2),
    },
  };
}
