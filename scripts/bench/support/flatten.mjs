import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that the engine adds to what the skeleton gives. */
export const OWN_FILES = new Set(['model.yaml', '.perennial/lineage.yaml']);

/** Paths of the files below a folder, sorted. */
export function listFiles(root, folder = '') {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap(entry => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? listFiles(root, path) : [path];
    })
    .sort();
}

/**
 * Turns layers into one skeleton that `fetch:template` renders to the same
 * files: one skeleton file for each rendered file, with its entity put in front.
 */
export function flattenSkeleton({ engine, layers, model, values, target }) {
  const flat = {
    values: { ...values, model: shared(model), entities: model.entities },
  };
  const files = layers
    .filter(layer => layer.when !== false)
    .flatMap(layer => listFiles(layer.path).map(path => ({ layer, path })));
  const render = pathRenderer(engine);
  for (const { layer, path } of files) {
    const source = join(layer.path, path);
    const perEntity = /\{[^}]*\bentity\b/.test(path);
    const entities = perEntity ? model.entities.keys() : [undefined];
    for (const index of entities) {
      const entity = index === undefined ? undefined : model.entities[index];
      const rendered = render(path, { values, model: shared(model), entity });
      if (rendered) {
        writeFlat({ source, file: join(target, rendered), index });
      }
    }
  }
  return flat.values;
}

function shared(model) {
  const entities = model.entities.map(entity => {
    const {
      fields,
      relations,
      inverses,
      sortable,
      searchable,
      schemas,
      examples,
      ...rest
    } = entity;
    return rest;
  });
  return { ...model, entities };
}

function pathRenderer({ createTemplateRenderer }) {
  const renderer = createTemplateRenderer({
    trimBlocks: true,
    lstripBlocks: true,
  });
  return (path, context) => {
    const rendered = renderer.render(path, context);
    const skipped = rendered.split('/').includes('');
    return skipped ? undefined : rendered;
  };
}

function writeFlat({ source, file, index }) {
  const bytes = readFileSync(source);
  const text = bytes.toString('utf8');
  const names = [
    ['entity', index === undefined ? undefined : `values.entities[${index}]`],
    ['model', 'values.model'],
    ['openapi', 'values.openapi'],
    ['modelYaml', 'values.modelYaml'],
  ];
  const head = names
    .filter(([name, value]) => value && new RegExp(`\\b${name}\\b`).test(text))
    .map(([name, value]) => `{% set ${name} = ${value} %}\n`)
    .join('');
  const isText = Buffer.from(text).equals(bytes) && /\$\{\{|\{%/.test(text);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, isText ? head + text : bytes);
  chmodSync(file, lstatSync(source).mode);
}
