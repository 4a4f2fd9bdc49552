import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { evaluate, writeTemplate } from '../../testing/checkedTemplate';
import { root, write } from '../../testing/terminal';
import { testTemplate } from '../../testing/testTemplate';

// Programs are started, which takes a busy machine its time.
jest.setTimeout(60_000);

/** Of the four cases, two have the same code each, and none the same delivery. */
const SKELETON = {
  'code/auth.txt': '${{ values.auth }}',
  'delivery/size.txt': '${{ values.size }}',
  lock: 'one',
};
const FOUR_CASES = ['--full', '--set', 'docs=false', '--jobs', '4'];

/** A command that notes down which case has run it. */
const note = (name: string, then = '') =>
  evaluate(
    `require('node:fs').appendFileSync('${join(
      root,
      name,
    )}', process.env.PERENNIAL_CASE + '\\n'); ${then}`,
  );
const noted = (name: string) =>
  existsSync(join(root, name))
    ? readFileSync(join(root, name), 'utf8').trim().split('\n')
    : [];

describe('a check that says what it reads', () => {
  it('runs once for the cases that have the same to read, and installs for those only', async () => {
    writeTemplate({
      name: 'shared',
      skeleton: SKELETON,
      tests: {
        checks: [
          { name: 'deliver', run: note('shared-deliver') },
          {
            name: 'install',
            run: evaluate(`require('node:fs').mkdirSync('made')`),
            cache: { key: ['lock'], folders: ['made'] },
          },
          {
            name: 'lint',
            run: note('shared-lint', `require('node:fs').statSync('made')`),
            reads: ['**', '!delivery/**', '!options.json'],
          },
        ],
      },
    });
    const { code, stdout, stderr, report, junit } = await testTemplate(
      'shared',
      FOUR_CASES,
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(noted('shared-deliver')).toHaveLength(4);
    const [first, second, ...more] = noted('shared-lint').sort();
    expect(more).toEqual([]);
    expect(report).toMatchObject({ ok: true, passed: 4 });
    const found = report.cases.map(
      ({ name, options, checks }: typeof report) => ({
        name,
        auth: options.auth,
        checks: checks.map((check: typeof report) => [
          check.name,
          check.sameAs ?? check.outcome.replace('cached', 'passed'),
        ]),
      }),
    );
    const runner = (auth: string) =>
      found.find(
        (each: typeof report) =>
          each.auth === auth && [first, second].includes(each.name),
      ).name;
    for (const { name, auth, checks } of found) {
      expect(checks).toEqual(
        name === runner(auth)
          ? [
              ['deliver', 'passed'],
              ['install', 'passed'],
              ['lint', 'passed'],
            ]
          : [
              ['deliver', 'passed'],
              ['install', 'not needed'],
              ['lint', runner(auth)],
            ],
      );
    }

    const other = found.find(
      ({ name }: typeof report) => ![first, second].includes(name),
    );
    const stands = runner(other.auth);
    expect(stdout).toMatch(
      new RegExp(`${other.name} .* not needed +same as ${stands} +passed\n`),
    );
    expect(stderr).toContain(
      `✔ ${other.name} lint: passed (same as ${stands})\n`,
    );
    const { testsuites } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
    }).parse(readFileSync(junit, 'utf8'), true);
    const suite = testsuites.testsuite.find(
      ({ name }: { name: string }) => name === other.name,
    );
    expect(suite).toMatchObject({
      failures: '0',
      testcase: [
        { name: 'deliver' },
        { name: 'install', skipped: '' },
        { name: 'lint', 'system-out': `same as ${stands}` },
      ],
    });
  });

  it('fails in each case by itself', async () => {
    writeTemplate({
      name: 'shared-failure',
      skeleton: SKELETON,
      tests: {
        checks: [
          {
            name: 'lint',
            run: note('failed-lint', 'process.exitCode = 1'),
            reads: ['code/**'],
          },
        ],
      },
    });
    const { code, report } = await testTemplate('shared-failure', FOUR_CASES);
    expect(code).toBe(1);
    expect(report).toMatchObject({ passed: 0, failed: 4 });
    expect(noted('failed-lint')).toHaveLength(4);
    for (const { checks } of report.cases) {
      expect(checks).toMatchObject([
        { outcome: 'failed', log: expect.stringContaining('lint.log') },
      ]);
    }
  });

  it('runs where the installation before it has failed in another case', async () => {
    writeTemplate({
      name: 'shared-installation',
      skeleton: SKELETON,
      tests: {
        checks: [
          {
            name: 'install',
            run: note(
              'failed-install',
              `process.exitCode = require('./options.json').size === '1' ? 1 : 0`,
            ),
            cache: { key: ['lock'], folders: ['made'] },
          },
          { name: 'lint', run: note('later-lint'), reads: ['code/**'] },
        ],
      },
    });
    const { report } = await testTemplate('shared-installation', [
      ...['--full', '--set', 'docs=false', '--jobs', '1'],
    ]);
    expect(report).toMatchObject({ passed: 2, failed: 2 });
    const lint = report.cases.map(({ options, checks }: typeof report) => [
      options.size,
      checks[1].outcome,
    ]);
    expect(lint.sort()).toEqual([
      [1, 'not run'],
      [1, 'not run'],
      [2, 'passed'],
      [2, 'passed'],
    ]);
  });

  it('names the case that ran it, whatever else remembers it', async () => {
    writeTemplate({
      name: 'remembered',
      skeleton: SKELETON,
      tests: {
        checks: [
          { name: 'lint', run: note('remembered-lint'), reads: ['lock'] },
        ],
      },
    });
    const run = () =>
      testTemplate('remembered', [
        ...['--full', '--set', 'docs=false', '--jobs', '1'],
        ...['--passed', join(root, 'remembered.json')],
      ]);
    const results = ({ report }: Awaited<ReturnType<typeof run>>) =>
      report.cases.map(
        ({ checks }: typeof report) => checks[0].sameAs ?? checks[0].outcome,
      );
    const [owner] = (await run()).report.cases;
    expect(results(await run())).toEqual(Array(4).fill('passed before'));
    write('templates/remembered/skeleton/delivery/size.txt', 'other');
    expect(results(await run())).toEqual([
      'passed before',
      ...Array(3).fill(owner.name),
    ]);
    expect(noted('remembered-lint')).toEqual([owner.name]);
  });

  it('is not run again in a later run with the same to read', async () => {
    writeTemplate({
      name: 'kept',
      skeleton: SKELETON,
      tests: {
        checks: [
          { name: 'deliver', run: note('kept-deliver') },
          { name: 'lint', run: note('kept-lint'), reads: ['code/**'] },
        ],
      },
    });
    const run = () =>
      testTemplate('kept', [
        ...['--set', 'auth=none', '--set', 'size=1', '--set', 'docs=false'],
        ...['--passed', join(root, 'kept.json')],
      ]);
    await run();
    appendFileSync(join(root, 'templates/kept/skeleton/lock'), 'two');
    const { report, stdout } = await run();
    expect(report.cases[0].checks).toMatchObject([
      { name: 'deliver', outcome: 'passed' },
      { name: 'lint', outcome: 'passed before' },
    ]);
    expect(stdout).toContain('passed before');
    write('templates/kept/skeleton/code/auth.txt', 'other');
    expect((await run()).report.cases[0].checks).toMatchObject([
      { outcome: 'passed' },
      { name: 'lint', outcome: 'passed' },
    ]);
    expect(noted('kept-deliver')).toHaveLength(3);
    expect(noted('kept-lint')).toHaveLength(2);
  });
});
