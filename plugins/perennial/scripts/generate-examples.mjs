/*
 * Copies the models of examples/models into src/examples, one module each: a
 * packed package cannot reach outside its own folder. Run it after a change
 * there; examples.test.ts fails until then.
 */
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const packageDirectory = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);
const source = path.resolve(packageDirectory, '../../examples/models');
const target = path.join(packageDirectory, 'src/examples');
const HEADER =
  '// Made by scripts/generate-examples.mjs; edit examples/models.\n';

/** The comment at the head of a model, as one text; its first clause is the description. */
function headComment(text) {
  const lines = text.split('\n');
  const end = lines.findIndex(line => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map(line => line.replace(/^#\s*/, ''))
    .join(' ')
    .trim();
}

function templateLiteral(text) {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}

function stringLiteral(text) {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

const names = (await readdir(source))
  .filter(file => file.endsWith('.yaml'))
  .map(file => path.basename(file, '.yaml'));

const examples = await Promise.all(
  names.map(async name => {
    const text = await readFile(path.join(source, `${name}.yaml`), 'utf8');
    const [description] = headComment(text).split(/[.:](?:\s|$)/);
    return {
      name,
      title: `${name[0].toUpperCase()}${name.slice(1)}`,
      description,
      entityCount: parse(text).entities.length,
      text,
    };
  }),
);
examples.sort((a, b) => a.entityCount - b.entityCount);

for (const file of await readdir(target).catch(() => [])) {
  const existing = path.join(target, file);
  if ((await readFile(existing, 'utf8')).startsWith(HEADER)) {
    await rm(existing);
  }
}

for (const example of examples) {
  await writeFile(
    path.join(target, `${example.name}.ts`),
    `${HEADER}import type { ExampleModel } from './types';

export const ${example.name}: ExampleModel = {
  name: ${stringLiteral(example.name)},
  title: ${stringLiteral(example.title)},
  description:
    ${stringLiteral(example.description)},
  entityCount: ${example.entityCount},
  text: ${templateLiteral(example.text)},
};
`,
  );
}

await writeFile(
  path.join(target, 'bundledExamples.ts'),
  `${HEADER}${examples
    .map(({ name }) => name)
    .sort()
    .map(name => `import { ${name} } from './${name}';\n`)
    .join('')}import type { ExampleModel } from './types';

/** The models that this package brings along, smallest first. */
export const bundledExamples: ExampleModel[] = [${examples
    .map(({ name }) => name)
    .join(', ')}];
`,
);
