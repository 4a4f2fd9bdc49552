import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bundledExamples, selectExamples } from '.';

const source = path.resolve(__dirname, '../../../../examples/models');
const names = readdirSync(source)
  .filter(file => file.endsWith('.yaml'))
  .map(file => path.basename(file, '.yaml'));

describe('bundledExamples', () => {
  it('has every model of examples/models', () => {
    expect(bundledExamples.map(example => example.name).sort()).toEqual(
      names.sort(),
    );
  });

  // When this fails, run `node scripts/generate-examples.mjs`.
  it.each(names)('has %s as it is there', name => {
    const text = readFileSync(path.join(source, `${name}.yaml`), 'utf8');

    expect(bundledExamples.find(example => example.name === name)?.text).toBe(
      text,
    );
  });
});

describe('selectExamples', () => {
  it('offers all bundled examples where the template does not say', () => {
    expect(selectExamples(undefined)).toEqual(bundledExamples);
  });

  it('keeps the order of the template and takes its own models', () => {
    const own = { title: 'Ours', text: 'entities: []' };

    expect(
      selectExamples([own, 'shop', 'product']).map(example => example.title),
    ).toEqual(['Ours', 'Shop', 'Product']);
  });

  it('leaves out names that it does not know', () => {
    expect(selectExamples(['nothing'])).toEqual([]);
  });
});
