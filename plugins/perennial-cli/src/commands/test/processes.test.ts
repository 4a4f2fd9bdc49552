import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, writeTemplate } from '../../testing/checkedTemplate';
import { root } from '../../testing/terminal';
import { ONE_CASE, testTemplate } from '../../testing/testTemplate';

// Programs are started, which takes a busy machine its time.
jest.setTimeout(60_000);

describe('the processes of perennial test', () => {
  it('ends a check that takes too long, with all that it has started', async () => {
    const pidFile = join(root, 'late.pid');
    writeTemplate({
      name: 'late',
      tests: {
        checks: [
          {
            name: 'hang',
            timeout: 2,
            run: evaluate(
              `const { pid } = require('node:child_process').spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
               require('node:fs').writeFileSync('${pidFile}', String(pid));
               setInterval(() => {}, 1000);`,
            ),
          },
        ],
      },
    });
    const { code, stderr } = await testTemplate('late', ONE_CASE);
    expect(code).toBe(1);
    expect(stderr).toContain('It took more than 2 seconds and was ended.');
    await expectEnded(Number(readFileSync(pidFile, 'utf8')));
  });

  it('ends everything when it is interrupted', async () => {
    const controller = new AbortController();
    const pidFile = join(root, 'interrupted.pid');
    writeTemplate({
      name: 'endless',
      tests: {
        checks: [
          {
            name: 'wait',
            run: evaluate(
              `require('node:fs').writeFileSync('${pidFile}', String(process.pid));
               setInterval(() => {}, 1000);`,
            ),
          },
        ],
      },
    });
    const running = testTemplate('endless', ONE_CASE, {
      signal: controller.signal,
    });
    await until(() => existsSync(pidFile));
    controller.abort();
    const { code, stderr, report } = await running;
    expect({ code, report }).toMatchObject({
      code: 130,
      report: { ok: false, exitCode: 130 },
    });
    expect(stderr).toContain('perennial: interrupted');
    await expectEnded(Number(readFileSync(pidFile, 'utf8')));
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function expectEnded(pid: number): Promise<void> {
  return until(() => !isRunning(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has been killed is listed until its parent has taken note.
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s*Z/m.test(readIfThere(status));
}

/** It may go at any moment. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'State: Z';
  }
}
