import { perennial } from './testing/terminal';

describe('perennial', () => {
  it.each([
    [['--help'], 0],
    [['-h'], 0],
    [[], 2],
    [['render', '--help'], 0],
  ])('explains itself: %j', async (args, code) => {
    const result = await perennial(...args);
    expect(result).toMatchObject({ code, stderr: '' });
    expect(result.stdout).toContain('Usage: perennial');
  });

  it('prints its version', async () => {
    expect(await perennial('--version')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  it('knows no other command', async () => {
    expect(await perennial('rendr')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no command 'rendr'"),
    });
  });
});
