import type { CheckGroup, Suite } from '../fixtures/Suite';
import type { TrafficFaultKind } from '../fixtures/Traffic';
import { shown } from '../runner/expect';
import { CheckFailure } from '../runner/types';
import type { Check } from '../runner/types';

/** What may never be in any answer; judged when everything else has run. */
export const always: CheckGroup = {
  id: 'always',
  title: 'All answers of the run',
  checks: suite => [
    never(suite, 'crash', 'no answer has a status of 500 or more'),
    never(suite, 'leak', 'no answer shows a stack trace, SQL or driver text'),
    never(suite, 'problem', 'every error is application/problem+json'),
    never(suite, 'schema', 'every answer is one that /openapi.json describes'),
  ],
};

function never(suite: Suite, kind: TrafficFaultKind, name: string): Check {
  return {
    group: 'always',
    name,
    exclusive: true,
    run: async () => {
      const faults = suite.traffic.faults(kind);
      if (faults.length > 0) {
        const [{ exchange }] = faults;
        const others = faults.slice(1).map(fault => fault.message);
        throw new CheckFailure(
          `${faults[0].message}${
            others.length > 0
              ? `; and ${others.length} more: ${[...new Set(others)]
                  .slice(0, 8)
                  .join('; ')}`
              : ''
          }`,
          { received: `${exchange.status} ${shown(exchange.text)}`, exchange },
        );
      }
    },
  };
}
