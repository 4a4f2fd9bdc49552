import { importModel, MAX_IMPORT_BYTES } from './importModel';
import type { ImportFormat } from './types';

const sources: [string, string, RegExp][] = [
  ['too much', 'x'.repeat(10 * 1024 * 1024), /SQL .* is larger than 5 MiB/],
  ['too much in UTF-8', 'ü'.repeat(MAX_IMPORT_BYTES - 1), /larger than 5 MiB/],
  ['nothing', ' \n ', /SQL .* is empty/],
  ['what is not text', 'CREATE TABLE a\0', /NUL/],
];

describe('importModel', () => {
  it.each(sources)('refuses %s', async (_what, text, message) => {
    await expect(importModel({ format: 'sql', text })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
  });

  it.each(['__proto__', 'constructor', 'xml'])(
    'refuses the format %s',
    async format => {
      await expect(
        importModel({ format: format as ImportFormat, text: 'x' }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('There is no import of'),
      });
    },
  );
});
