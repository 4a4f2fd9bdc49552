import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LINEAGE_PATH } from '@perennial/plugin-perennial-common';
import fc from 'fast-check';
import {
  TestFolder,
  addFiles,
  listTree,
  readTree,
} from '../__testUtils__/TestFolder';
import { renderOptions } from '../__testUtils__/renderTest';
import { makeEntity } from '../__testUtils__/resolvedModel';
import { checkPath } from './checkPath';
import { gitBlobId } from './gitBlob';
import { renderService } from './renderService';

jest.setTimeout(60_000);

const folder = new TestFolder();

/** Parts of paths, most of them hostile. */
const part = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    '/',
    'a',
    'b',
    '.git',
    '.GIT',
    'con',
    '../..',
    '/etc',
    'a/b',
    '\\',
    '..\\',
    '\u200b',
    'x'.repeat(300),
    ' ',
    'é',
    '${',
    '}}',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
);
const path = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map(parts => parts.join('/'));

describe('a render', () => {
  it('never writes outside of its target, whatever its values and names are', async () => {
    await fc.assert(
      fc.asyncProperty(path, path, async (value, name) => {
        const options = renderOptions(folder, {
          values: { value },
          entities: [makeEntity('Product', { kebab: name }), makeEntity('Tag')],
          skeleton: {
            'src/${{ values.value }}': 'x',
            '${{ values.value }}/b.txt': 'x',
            'lib/${{ entity.kebab }}/c.txt': 'x',
          },
        });
        const parent = dirname(options.target);
        addFiles(parent, { 'beside.txt': 'keep' });
        const result = await renderService(options).catch(
          (error: Error) => error,
        );
        const expected =
          result instanceof Error
            ? []
            : [...result.files.map(file => file.path), LINEAGE_PATH];
        const written = listTree(parent).filter(file => file !== 'beside.txt');
        expect(readTree(parent)['beside.txt']).toBe('keep');
        expect(written).toEqual(expected.map(file => join('out', file)).sort());
        expect(expected.map(checkPath).filter(Boolean)).toEqual([]);
        expect(result instanceof Error ? result.name : 'InputError').toBe(
          'InputError',
        );
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('gives the same bytes twice, and blob ids that match them', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter(it => !/\$\{\{|\{%|\0/.test(it));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        async texts => {
          const options = renderOptions(folder, {
            values: { texts },
            entities: texts.map((description, index) =>
              makeEntity(`Entity${index}`, { description }),
            ),
            skeleton: {
              'a.txt':
                '{% for text in values.texts %}\n${{ text }}|${{ text | dump }}\n{% endfor %}',
              '${{ entity.kebab }}.txt': '${{ entity.description }}',
            },
          });
          const first = await renderService(options);
          const files = readTree(options.target);
          const target = join(dirname(options.target), 'again');
          mkdirSync(target);
          expect(await renderService({ ...options, target })).toEqual(first);
          expect(readTree(target)).toEqual(files);
          for (const file of first.files) {
            expect(file.blob).toBe(gitBlobId(Buffer.from(files[file.path])));
          }
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  });
});
