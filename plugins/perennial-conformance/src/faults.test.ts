import { faults } from './__testUtils__/faults';
import { conformanceOf, failedTitles } from './__testUtils__/fixtures';
import { LIBRARY, modelFrom } from './__testUtils__/models';

// A check that cannot fail is a defect: each fault must be found by the checks
// that are about it, and by no others.
describe('faults of a service', () => {
  const model = modelFrom(LIBRARY);

  it.each(faults.map(fault => [fault.name, fault] as const))(
    'finds that %s',
    async (_name, fault) => {
      const report = await conformanceOf({
        model,
        only: fault.only.split(','),
        wrap: fault.wrap,
      });
      const failed = failedTitles(report);
      expect(
        fault.fails.filter(part => !failed.some(one => one.includes(part))),
      ).toEqual([]);
      expect(
        failed.filter(one => !fault.fails.some(part => one.includes(part))),
      ).toEqual([]);
    },
    20_000,
  );
});
