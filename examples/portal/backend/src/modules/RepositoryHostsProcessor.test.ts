import type { Entity } from '@backstage/catalog-model';
import { RepositoryHostsProcessor } from './RepositoryHostsProcessor';

const processor = new RepositoryHostsProcessor({ hosts: ['localhost:3131'] });

function makeTemplate(parameters: unknown): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'service' },
    spec: { type: 'service', parameters } as Entity['spec'],
  };
}

describe('RepositoryHostsProcessor', () => {
  it('offers the hosts of the portal and keeps the other options', async () => {
    const entity = makeTemplate([
      {
        title: 'Repository',
        properties: {
          name: { type: 'string', 'ui:options': { rows: 1 } },
          repoUrl: {
            type: 'string',
            'ui:field': 'RepoUrlPicker',
            'ui:options': { allowedHosts: ['github.com'], ownerLabel: 'Team' },
          },
        },
      },
    ]);

    const processed = await processor.preProcessEntity(entity);

    expect(processed.spec?.parameters).toEqual([
      {
        title: 'Repository',
        properties: {
          name: { type: 'string', 'ui:options': { rows: 1 } },
          repoUrl: {
            type: 'string',
            'ui:field': 'RepoUrlPicker',
            'ui:options': {
              allowedHosts: ['localhost:3131'],
              ownerLabel: 'Team',
            },
          },
        },
      },
    ]);
  });

  it('adds the hosts where a picker has no options', async () => {
    const processed = await processor.preProcessEntity(
      makeTemplate({
        properties: { repoUrl: { 'ui:field': 'RepoUrlPicker' } },
      }),
    );

    expect(processed.spec?.parameters).toEqual({
      properties: {
        repoUrl: {
          'ui:field': 'RepoUrlPicker',
          'ui:options': { allowedHosts: ['localhost:3131'] },
        },
      },
    });
  });

  it('leaves other kinds as they are', async () => {
    const component: Entity = {
      ...makeTemplate([]),
      kind: 'Component',
    };

    expect(await processor.preProcessEntity(component)).toBe(component);
  });
});
