// One measured process: resolves a model with its OpenAPI document and, in the
// other modes, renders it. `live` collects garbage on the way, to see what is
// really held; it needs --expose-gc.

import { join } from 'node:path';
import { ROOT, loadEngine } from './engine.mjs';
import { ANSWERS, TEMPLATE, makeModel } from './models.mjs';

const FILES_BETWEEN_SAMPLES = 100;
const MEBIBYTE = 1024 * 1024;

const [mode, entities, fields, target] = process.argv.slice(2);
const engine = loadEngine();
const document = engine.parseModel(makeModel(Number(entities), Number(fields)));
const model = engine.resolveModel(document);
const service = { ...ANSWERS, title: 'Bench', version: '1.0.0', auth: 'none' };
let files = 0;
let live = 0;

if (mode === 'model') {
  JSON.stringify(engine.openApiDocument(model, service), undefined, 2);
} else {
  const template = await engine.readTemplate({
    folder: join(ROOT, 'templates', TEMPLATE),
  });
  const plan = await engine.planRender({
    template,
    parameters: ANSWERS,
    // The model is the one above; the plan needs any.
    model: makeModel(1, 1),
  });
  const before = mode === 'live' ? used() : 0;
  const onProgress = ({ done }) => {
    if (mode === 'live' && done % FILES_BETWEEN_SAMPLES === 0) {
      live = Math.max(live, used() - before);
    }
  };
  const result = await engine.renderService({
    ...plan,
    model,
    document,
    target,
    onProgress,
  });
  files = result.files.length;
}

function used() {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEBIBYTE;
}

const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ files, live, peak }));
