import { differences, failedTitles, NONE } from '../__testUtils__/fixtures';
import { faults } from './__testUtils__/faults';
import { MODEL, reportOf } from './__testUtils__/fixtures';

jest.setTimeout(120_000);

describe('the suite of admin servers', () => {
  it('passes a server that keeps the contract', async () => {
    const report = await reportOf({});

    expect(failedTitles(report)).toEqual([]);
    expect(report.passed).toBeGreaterThan(150);
    expect(report.leftovers).toEqual([]);
  });

  it.each(faults.map(fault => [fault.name, fault] as const))(
    'finds that %s',
    async (_name, { only, wrap, fails }) => {
      const report = await reportOf({ only: only.split(','), wrap });

      expect(differences(report, fails)).toEqual(NONE);
    },
  );

  it('finds a deletion that is not followed', async () => {
    const served = MODEL.replace(
      'target: Book, required: true, onDelete: cascade',
      'target: Book, required: true, onDelete: restrict',
    );

    const report = await reportOf({ only: ['relating'], served });

    expect(
      differences(report, ["Page › book_id follows its document's deletion"]),
    ).toEqual(NONE);
  });

  it('asks for a group that it has', async () => {
    await expect(reportOf({ only: ['no-such'] })).rejects.toThrow(
      'There is no group "no-such"',
    );
  });
});
