import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { placeLayers } from './placeLayers';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({ integrations: { github: [{ host: 'github.com' }] } }),
);
const BASE =
  'https://github.com/acme/portal/tree/main/templates/express-postgres/template.yaml';

describe('placeLayers', () => {
  it('reads all layers beside each other with one request', () => {
    const placement = placeLayers({
      paths: ['./skeleton', '../parts/ci', '../parts/kubernetes/'],
      baseUrl: BASE,
      integrations,
    });
    const url = 'https://github.com/acme/portal/tree/main/templates';
    expect(placement.trees).toEqual([
      {
        url,
        ofTemplate: true,
        folders: ['express-postgres/skeleton', 'parts/ci', 'parts/kubernetes'],
      },
    ]);
    expect(placement.places).toEqual([
      { treeUrl: url, folder: 'express-postgres/skeleton' },
      { treeUrl: url, folder: 'parts/ci' },
      { treeUrl: url, folder: 'parts/kubernetes' },
    ]);
  });

  it('reads no more than the folder of the template where that is enough', () => {
    expect(
      placeLayers({
        paths: ['skeleton', 'a/../more'],
        baseUrl: BASE.replace('/tree/', '/blob/'),
        integrations,
      }).trees,
    ).toEqual([
      {
        url: 'https://github.com/acme/portal/tree/main/templates/express-postgres',
        ofTemplate: true,
        folders: ['skeleton', 'more'],
      },
    ]);
  });

  it('reads a layer with an address of its own from there', () => {
    const other = 'https://github.com/acme/parts/tree/v2/ci';
    expect(
      placeLayers({ paths: [other, './skeleton'], baseUrl: BASE, integrations })
        .trees,
    ).toEqual([
      { url: other, ofTemplate: false, folders: [''] },
      {
        url: 'https://github.com/acme/portal/tree/main/templates/express-postgres',
        ofTemplate: true,
        folders: ['skeleton'],
      },
    ]);
  });

  it('decodes the names of folders', () => {
    expect(
      placeLayers({
        paths: ['../b', './c'],
        baseUrl: 'https://github.com/o/r/tree/main/my%20a/template.yaml',
        integrations,
      }).places.map(it => it.folder),
    ).toEqual(['b', 'my a/c']);
  });

  it('refuses layers that lead out of everything', () => {
    expect(() =>
      placeLayers({
        paths: ['../../../../../../../../etc'],
        baseUrl: BASE,
        integrations,
      }),
    ).toThrow('out of its repository');
  });

  it('refuses a location without an integration', () => {
    expect(() =>
      placeLayers({
        paths: ['./skeleton'],
        baseUrl: 'https://elsewhere.example/o/r/tree/main/template.yaml',
        integrations,
      }),
    ).toThrow('There is no integration');
  });
});
