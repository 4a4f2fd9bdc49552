// One measured process: resolves a model and, in the mode `render`, renders it.

import { join } from 'node:path';
import { ROOT, loadEngine } from './engine.mjs';
import { ANSWERS, TEMPLATE, makeModel } from './models.mjs';

const [mode, entities, fields, target] = process.argv.slice(2);
const engine = loadEngine();
const document = engine.parseModel(makeModel(Number(entities), Number(fields)));
const model = engine.resolveModel(document);
let files = 0;

if (mode === 'render') {
  const template = await engine.readTemplate({
    folder: join(ROOT, 'templates', TEMPLATE),
  });
  const plan = await engine.planRender({
    template,
    parameters: ANSWERS,
    // The model is the one above; the plan needs any.
    model: makeModel(1, 1),
  });
  const result = await engine.renderService({
    ...plan,
    model,
    document,
    target,
  });
  files = result.files.length;
}

const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ files, mebibytes: maxRSS / 1024 }));
