import { errorFaults } from './__testUtils__/errorFaults';
import { conformanceOf, differences, NONE } from './__testUtils__/fixtures';
import { listFaults } from './__testUtils__/listFaults';
import { LIBRARY, modelFrom } from './__testUtils__/models';
import { operationFaults } from './__testUtils__/operationFaults';
import { valueFaults } from './__testUtils__/valueFaults';

const faults = [
  ...operationFaults,
  ...listFaults,
  ...errorFaults,
  ...valueFaults,
];

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
      expect(differences(report, fault.fails)).toEqual(NONE);
    },
    120_000,
  );
});
