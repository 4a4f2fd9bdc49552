import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { evaluate, writeTemplate } from '../../testing/checkedTemplate';
import { perennial, root } from '../../testing/terminal';
import { ONE_CASE, testTemplate } from '../../testing/testTemplate';

// Programs are started, which takes a busy machine its time.
jest.setTimeout(60_000);

describe('perennial test', () => {
  it('runs the checks of every case and passes', async () => {
    writeTemplate({
      name: 'passing',
      tests: {
        checks: [
          {
            name: 'look',
            run: evaluate(
              `const { auth } = require('./options.json');
               const { PERENNIAL_CASE, PERENNIAL_MODEL, PERENNIAL_TEMPLATE, OWN, HOME } = process.env;
               const found = [PERENNIAL_CASE, PERENNIAL_MODEL, PERENNIAL_TEMPLATE, OWN, HOME];
               const expected = [process.argv[1], '${root}/model.yaml', '${root}/templates/passing', '${root}/model.yaml', undefined];
               require('node:assert').deepEqual(found, expected);
               require('node:assert').ok(['none', 'jwt'].includes(auth));`,
            ).concat('${{ case }}'),
            env: { OWN: '${{ model }}', HOME: null },
          },
          {
            name: 'secured',
            run: evaluate(
              `require('node:assert').equal(require('./options.json').auth, 'jwt')`,
            ),
            when: { auth: 'jwt', model: 'model' },
          },
        ],
      },
    });
    const { code, stdout, report, work, stderr } = await testTemplate(
      'passing',
      [...['--set', 'docs=false', '--set', 'size=1']],
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(
      /case +options +look +secured +outcome\npassing-model-1 +auth=none size=1 docs=false +\d\.\d s +- +passed\n/,
    );
    expect(report).toMatchObject({ ok: true, passed: 2, failed: 0 });
    expect(readdirSync(work)).toEqual([]);
  });

  it('ends a case with its first failure, and no other case', async () => {
    writeTemplate({
      name: 'failing',
      tests: {
        checks: [
          {
            name: 'first',
            run: evaluate(
              `console.log('so \\u001b[31mred\\u001b[0m \\u0001 <&]]>');
               process.exitCode = require('./options.json').auth === 'jwt' ? 3 : 0`,
            ),
          },
          { name: 'second', run: evaluate('') },
        ],
      },
    });
    const { code, stderr, stdout, report, work, junit } = await testTemplate(
      'failing',
      ['--set', 'docs=false', '--set', 'size=1'],
    );
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, passed: 1, failed: 1 });
    expect(stdout).toMatch(/failing-model-2 .* failed +- +failed\n/);
    expect(stderr).toContain('✖ failing-model-2 first: failed');
    expect(stderr).toContain('It ended with exit code 3.');
    expect(stderr).toContain('| so red');
    const log = join(work, 'failing-model-2.logs/first.log');
    expect(stderr).toContain(log);
    expect(readFileSync(log, 'utf8')).toContain('\u001b[31mred');
    expect(existsSync(join(work, 'failing-model-2/options.json'))).toBe(true);
    expect(existsSync(join(work, 'failing-model-1'))).toBe(false);

    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
    });
    const { testsuites } = parser.parse(readFileSync(junit, 'utf8'), true);
    expect(testsuites).toMatchObject({ tests: '4', failures: '1' });
    expect(testsuites.testsuite[1]).toMatchObject({
      name: 'failing-model-2',
      failures: '1',
      skipped: '1',
      testcase: [
        {
          name: 'first',
          failure: { message: 'It ended with exit code 3.', type: 'failed' },
          'system-err': expect.stringContaining('so red \ufffd <&]]>'),
        },
        { name: 'second', skipped: '' },
      ],
    });
  });

  it('installs once for several cases, and runs what is rendered alike once', async () => {
    const countFile = join(root, 'installations');
    writeTemplate({
      name: 'alike',
      skeleton: { lock: 'one' },
      tests: {
        checks: [
          {
            name: 'install',
            run: evaluate(
              `require('node:fs').mkdirSync('made');
               require('node:fs').writeFileSync('made/it', '');
               require('node:fs').appendFileSync('${countFile}', '.');`,
            ),
            cache: { key: ['lock'], folders: ['made'] },
          },
          {
            name: 'use',
            run: evaluate(`require('node:fs').statSync('made/it')`),
          },
          { name: 'unwanted', run: evaluate('process.exit(1)') },
        ],
      },
    });
    const { code, stdout, report } = await testTemplate('alike', [
      ...['--full', '--check', 'use', '--set', 'size=1', '--jobs', '4'],
    ]);
    expect(code).toBe(0);
    expect(readFileSync(countFile, 'utf8')).toBe('.');
    expect(stdout).toMatch(/alike-model-2 .* same as alike-model-1\n/);
    const checks = [{ name: 'install' }, { name: 'use' }];
    expect(report.cases).toMatchObject([
      { name: 'alike-model-1', checks },
      { sameAs: 'alike-model-1', outcome: 'passed', checks: [] },
      { name: 'alike-model-3', checks },
      { sameAs: 'alike-model-3', outcome: 'passed', checks: [] },
    ]);
  });

  it('runs what it finds where nothing is said, and leaves it with --keep', async () => {
    writeTemplate({
      name: 'found',
      skeleton: { Makefile: 'test:\n\techo tested > tested\n' },
    });
    const { code, stdout, work } = await testTemplate('found', [
      ...ONE_CASE,
      '--keep',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/found-model-1 .* \d\.\d s +passed\n/);
    expect(readdirSync(join(work, 'found-model-1'))).toContain('tested');
  });

  it('fails a case that there is nothing to run of, or whose files cannot be rendered', async () => {
    writeTemplate({ name: 'bare' });
    const bare = await testTemplate('bare', ONE_CASE);
    expect(bare).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('neither a package.json nor a Makefile'),
    });
    writeTemplate({ name: 'broken', skeleton: { 'a.txt': '{% if %}' } });
    const broken = await testTemplate('broken', ONE_CASE);
    expect(broken).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The skeleton file'),
    });
  });

  it('names a command that is not there', async () => {
    writeTemplate({
      name: 'missing',
      tests: { checks: [{ name: 'a', run: ['no-such-command'] }] },
    });
    const { code, stderr } = await testTemplate('missing', ONE_CASE);
    expect(code).toBe(1);
    expect(stderr).toContain("There is no command 'no-such-command'");
  });

  it('leaves no temporary folder behind when all have passed', async () => {
    const before = readdirSync(join(root, '..'));
    const { code } = await perennial(
      ...['test', 'found', '-m', 'model.yaml', ...ONE_CASE],
      ...['--cache', join(root, 'cache')],
    );
    expect(code).toBe(0);
    const left = readdirSync(join(root, '..')).filter(
      name => name.startsWith('perennial-test-') && !before.includes(name),
    );
    expect(left).toEqual([]);
  });

  it('shows on a terminal what is running', async () => {
    const { stderr } = await testTemplate('found', ONE_CASE, { isTTY: true });
    expect(stderr).toContain('\r\u001b[K0 of 1 done · found-model-1 test');
    expect(stderr).toMatch(/✔ found-model-1 .*: passed \(\d\.\d s\), 1 of 1\n/);
  });
});
