import { CheckFailure, SkipCheck } from '../runner/types';
import type { Check, Report } from '../runner/types';
import { runChecks } from '../runner/runChecks';
import { junitText } from './junit';
import { reportText } from './text';

const check = (
  name: string,
  run: () => Promise<void>,
  more: Partial<Check> = {},
): Check => ({
  group: 'group',
  entity: 'Thing',
  name,
  run,
  ...more,
});

async function sampleReport(): Promise<Report> {
  const results = await runChecks({
    concurrency: 2,
    checks: [
      check('passes', async () => undefined),
      check('fails <here>', async () => {
        throw new CheckFailure('it answered 500', {
          expected: '200',
          received: '500 \u0000"&',
        });
      }),
      check('skips', async () => {
        throw new SkipCheck('not for this one');
      }),
      check('breaks', async () => {
        throw new Error('connection reset');
      }),
    ],
  });
  return {
    baseUrl: 'http://h',
    seed: 3,
    passed: 1,
    failed: 2,
    skipped: 1,
    requests: 9,
    milliseconds: 1500,
    leftovers: ['/a/1'],
    results,
  };
}

describe('runChecks', () => {
  it('runs lanes side by side, checks of a lane in turn, exclusive ones last', async () => {
    const events: string[] = [];
    const timed = (name: string, lane: string | undefined, exclusive = false) =>
      check(
        name,
        async () => {
          events.push(`${name} starts`);
          await new Promise(resolve => setTimeout(resolve, 5));
          events.push(`${name} ends`);
        },
        { lane, exclusive },
      );
    const told: string[] = [];
    const results = await runChecks({
      concurrency: 3,
      checks: [
        timed('x', undefined, true),
        timed('a1', 'a'),
        timed('a2', 'a'),
        timed('b1', 'b'),
      ],
      onResult: result => told.push(result.name),
    });
    expect(events.slice(0, 2)).toEqual(['a1 starts', 'b1 starts']);
    expect(events.indexOf('a2 starts')).toBeGreaterThan(
      events.indexOf('a1 ends'),
    );
    expect(events.slice(-2)).toEqual(['x starts', 'x ends']);
    expect(results.map(result => result.name)).toEqual(['x', 'a1', 'a2', 'b1']);
    expect(told.at(-1)).toBe('x');
  });

  it('tells pass, fail and skip apart', async () => {
    const { results } = await sampleReport();
    expect(results.map(result => result.status)).toEqual([
      'pass',
      'fail',
      'skip',
      'fail',
    ]);
    expect(results[3].message).toBe('connection reset');
  });
});

describe('reportText', () => {
  it('shows groups, failures, skips and counts', async () => {
    const text = reportText(await sampleReport());
    expect(text).toContain('group          1 passed, 2 failed, 1 skipped');
    expect(text).toContain(
      '✗ group › Thing › fails <here>\n    it answered 500\n    expected: 200',
    );
    expect(text).toContain('skipped 1: not for this one');
    expect(text).toContain('left behind: 1 rows');
    expect(text).toMatch(
      /1 passed, 2 failed, 1 skipped; 9 requests in 1.5 s; seed 3$/,
    );
  });
});

describe('junitText', () => {
  it('is XML, whatever was answered', async () => {
    const text = junitText(await sampleReport());
    expect(text).toContain(
      '<testsuites name="conformance" tests="4" failures="2"',
    );
    expect(text).toContain('name="fails &lt;here&gt;"');
    expect(text).toContain('<skipped message="not for this one"/>');
    expect(text).not.toContain('\u0000');
    expect(text).toContain('received: 500 \ufffd&quot;&amp;');
  });
});
