import { expectSame, expectStatus, expectThat } from '../../runner/expect';
import type { Check } from '../../runner/types';
import type { MonolithGroup, MonolithSuite } from '../MonolithSuite';
import { expectSuccess } from '../expecting';

const group = 'operating';

/** Health, metrics and the ids of requests. */
export const operating: MonolithGroup = {
  id: group,
  title: 'Operations',
  checks: ({ nobody }) => [
    operation('the server lives and is ready', async () => {
      for (const path of ['/health/live', '/health/ready']) {
        expectSuccess(await nobody.get(path), 200);
      }
    }),
    operation('metrics are in the format of Prometheus', async () => {
      const answer = expectStatus(await nobody.get('/metrics'), 200);
      expectThat(
        /^# TYPE \w*http_request\w* (?:histogram|counter)$/m.test(answer.text),
        'there is no metric of requests',
        { received: answer.text.slice(0, 300), exchange: answer },
      );
    }),
    operation('a request has an id', async () => {
      const given = await nobody.get('/health/live', [], {
        'X-Request-ID': 'conformance-1',
      });
      expectSame(
        'the id',
        given.headers['x-request-id'],
        'conformance-1',
        given,
      );
      const made = await nobody.get('/health/live');
      expectThat(made.headers['x-request-id'], 'there is no id', {
        exchange: made,
      });
    }),
  ],
};

/** Judges what every answer of the run was like; the last group. */
export const always: MonolithGroup = {
  id: 'always',
  title: 'Every answer',
  checks: ({ traffic }: MonolithSuite) => [
    {
      group: 'always',
      name: 'no answer is a failure of the server, shows its insides or has another format',
      exclusive: true,
      run: async () => {
        const [fault] = traffic.faults;
        expectThat(!fault, fault?.message ?? '', {
          received: traffic.faults.map(({ message }) => message),
          exchange: fault?.exchange,
        });
      },
    },
  ],
};

function operation(name: string, run: () => Promise<void>): Check {
  return { group, name, run };
}
