import {
  openApiDocument,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { file, model } from './__testUtils__/files';
import { findDocument, readEndpoints } from './readEndpoints';

describe('readEndpoints', () => {
  it('lists the operations of a service by entity', () => {
    const resolved = resolveModel(parseModel(model('Product')), {
      database: 'postgres',
    });
    const document = openApiDocument(resolved, {
      name: 'shop',
      title: 'Shop',
      description: '',
      version: '1.0.0',
      auth: 'none',
    });
    const groups = readEndpoints(JSON.stringify(document)) ?? [];
    expect(groups.map(group => group.name)).toEqual(['Products', 'Health']);
    expect(
      groups[0].endpoints.map(({ method, path }) => `${method} ${path}`),
    ).toEqual([
      'get /api/v1/products',
      'post /api/v1/products',
      'get /api/v1/products/{id}',
      'put /api/v1/products/{id}',
      'patch /api/v1/products/{id}',
      'delete /api/v1/products/{id}',
    ]);
    expect(groups[0].endpoints[0].summary).not.toBe('');
  });

  it.each(['', '[]', '{"paths":[]}', 'openapi: 3.1.0', '{"paths":null}'])(
    'makes nothing of %j',
    text => {
      expect(readEndpoints(text)).toBeUndefined();
    },
  );

  it('passes over what is no operation', () => {
    const paths = {
      '/a': { get: { tags: [7] }, parameters: [], trace: {} },
      '/b': null,
      __proto__: { get: {} },
    };
    expect(readEndpoints(JSON.stringify({ paths }))).toEqual([
      { name: '', endpoints: [{ method: 'get', path: '/a', summary: '' }] },
    ]);
  });
});

describe('findDocument', () => {
  it('finds it at the root or in a folder', () => {
    expect(findDocument([file('a.json'), file('openapi.json')])?.path).toBe(
      'openapi.json',
    );
    expect(findDocument([file('docs/openapi.json')])).toBeDefined();
    expect(findDocument([file('not-openapi.json')])).toBeUndefined();
  });
});
