import { parseLineage, stringifyLineage } from './lineage';
import type { Lineage } from './types';

const lineage: Lineage = {
  version: 1,
  template: {
    version: '1.2.0',
    entityRef: 'template:default/express-postgres',
    url: 'https://example.com/t',
    commit: 'abc',
  },
  engine: { version: '0.1.0' },
  layers: ['skeleton', '../parts/kubernetes'],
  values: {
    name: 'shop',
    kubernetes: true,
    repository: { url: 'u', host: 'h' },
  },
  model: { digest: 'a'.repeat(64) },
  files: [
    { path: 'src/app.js', mode: '100644', blob: 'b'.repeat(40) },
    { path: 'bin/run', mode: '100755', blob: 'c'.repeat(40) },
  ],
};

describe('lineage', () => {
  it('comes back from its text with its files in order', () => {
    const parsed = parseLineage(stringifyLineage(lineage));
    expect(parsed).toEqual({ ...lineage, files: [...lineage.files].reverse() });
  });

  it('has one text whatever order its members came in', () => {
    const turned: Lineage = {
      ...lineage,
      values: {
        repository: { host: 'h', url: 'u' },
        kubernetes: true,
        name: 'shop',
      },
      files: [...lineage.files].reverse(),
    };
    expect(stringifyLineage(turned)).toBe(stringifyLineage(lineage));
  });

  it.each([
    ['not: [yaml'],
    ['version: 2'],
    [''],
    [`${stringifyLineage(lineage)}extra: 1\n`],
  ])('refuses %j', text => {
    expect(() => parseLineage(text)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
