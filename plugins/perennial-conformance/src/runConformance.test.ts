import { conformanceOf, failedTitles, JWT } from './__testUtils__/fixtures';
import { LIBRARY, modelFrom, NOTES } from './__testUtils__/models';
import { conformanceGroups, runConformance } from './runConformance';

describe('runConformance', () => {
  it('passes a service that keeps the contract', async () => {
    const report = await conformanceOf({ model: modelFrom(LIBRARY) });
    expect(failedTitles(report)).toEqual([]);
    expect(report.passed).toBeGreaterThan(1500);
    expect(report.skipped).toBeLessThan(5);
    const ran = new Set(report.results.map(result => result.group));
    expect(
      conformanceGroups()
        .map(({ id }) => id)
        .filter(id => !ran.has(id)),
    ).toEqual(['auth', 'ownership']);
  }, 60_000);

  it('passes a service with tokens and owned rows', async () => {
    const report = await conformanceOf({ model: modelFrom(NOTES) });
    expect(failedTitles(report)).toEqual([]);
    const ran = report.results.map(result => result.group);
    expect(ran).toContain('auth');
    expect(ran).toContain('ownership');
  }, 30_000);

  it('fails one check where tokens were given to an open service', async () => {
    const report = await conformanceOf({
      model: modelFrom(LIBRARY),
      only: ['auth', 'openapi'],
      auth: { jwt: JWT },
    });
    expect(failedTitles(report)).toEqual([
      'auth › the service asks for tokens, as it was called with some',
    ]);
  }, 30_000);

  it('leaves nothing behind but what soft deletes restrict', async () => {
    const text = LIBRARY.replace('    softDelete: true\n', '');
    const report = await conformanceOf({
      model: modelFrom(text),
      only: ['resources', 'operations', 'relations', 'unique'],
    });
    expect(report.leftovers).toEqual([]);
  }, 30_000);

  it('says that nobody answers', async () => {
    await expect(
      runConformance({
        baseUrl: 'http://127.0.0.1:1',
        model: modelFrom(LIBRARY),
      }),
    ).rejects.toThrow('No service answers at http://127.0.0.1:1');
  });

  it('asks for tokens where rows are owned', async () => {
    await expect(
      runConformance({
        baseUrl: 'http://127.0.0.1:1',
        model: modelFrom(NOTES),
      }),
    ).rejects.toThrow('The entity "Note" is owned');
  });

  it('names the groups where one is unknown', async () => {
    await expect(
      runConformance({
        baseUrl: 'http://127.0.0.1:1',
        model: modelFrom(LIBRARY),
        only: ['nothing'],
      }),
    ).rejects.toThrow('There is no group "nothing". Choose from service');
  });
});
