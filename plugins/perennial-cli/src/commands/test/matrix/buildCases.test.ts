import { perennial, write } from '../../../testing/terminal';
import { writeTemplate } from '../../../testing/checkedTemplate';

write(
  'models/shop.yaml',
  'entities: [{ name: item, fields: [{ name: sku, type: string }] }]',
);
write(
  'models/zoo.yaml',
  'entities: [{ name: animal, fields: [{ name: kind, type: string }] }]',
);
write('models/notes.txt', 'no model');
writeTemplate({ name: 'options' });

const MODELS = ['--models', 'models'];

/** The lines of `--list`. */
async function list(...args: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await perennial('test', ...args, '--list');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.trim().split('\n');
}

/** Runs with wrong arguments and returns the message. */
async function refuse(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await perennial('test', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('the cases of perennial test', () => {
  it('pair every value of an option with every other and with every model, defaults first', async () => {
    const lines = await list('options', ...MODELS);
    expect(lines[0]).toBe('options-shop-1 auth=none size=1 docs=false');
    expect(lines.length).toBeLessThan(16);
    const values = ['auth=none', 'auth=jwt', 'size=1', 'size=2', 'docs=true'];
    for (const value of values) {
      for (const model of ['options-shop-', 'options-zoo-']) {
        expect(
          lines.some(line => line.startsWith(model) && line.includes(value)),
        ).toBe(true);
      }
    }
    expect(await list('options', ...MODELS)).toEqual(lines);
  });

  it('are the whole product with --full', async () => {
    expect(await list('options', ...MODELS, '--full')).toHaveLength(16);
  });

  it('keep to the values that are asked for', async () => {
    const restrictions = ['--option', 'size=2', '--set', 'docs=true'];
    expect(await list('options', '-m', 'model.yaml', ...restrictions)).toEqual([
      'options-model-1 auth=none size=2 docs=true',
      'options-model-2 auth=jwt size=2 docs=true',
    ]);
  });

  it('are those that --only names', async () => {
    const lines = await list(
      ...['options', ...MODELS, '--full'],
      ...['--only', 'zoo*auth=jwt*docs=true', '--only', 'shop-01'],
    );
    expect(lines).toEqual([
      'options-shop-01 auth=none size=1 docs=false',
      expect.stringMatching(/^options-zoo-\d\d auth=jwt size=1 docs=true$/),
      expect.stringMatching(/^options-zoo-\d\d auth=jwt size=2 docs=true$/),
    ]);
  });

  it('follow template.test.yaml, but for what the command line says', async () => {
    writeTemplate({
      name: 'configured',
      tests: {
        models: ['../../models/shop.yaml'],
        options: { auth: 'jwt', size: [1, 2] },
        exclude: [{ size: 2, docs: true }],
      },
    });
    expect(await list('configured', '--full')).toEqual([
      'configured-shop-1 auth=jwt size=1 docs=false',
      'configured-shop-2 auth=jwt size=1 docs=true',
      'configured-shop-3 auth=jwt size=2 docs=false',
    ]);
    expect(
      await list('configured', '--option', 'auth=none', '--option', 'size=2'),
    ).toEqual(['configured-shop-1 auth=none size=2 docs=false']);
  });

  it('come as JSON, too', async () => {
    const { stdout } = await perennial(
      ...['test', 'options', '-m', 'model.yaml', '--list', '--json'],
      ...['--option', 'auth=jwt', '--option', 'size=1', '--set', 'docs=false'],
    );
    expect(JSON.parse(stdout.trim().split('\n').pop()!)).toEqual({
      ok: true,
      cases: [
        {
          name: 'options-model-1',
          template: 'options',
          model: 'model',
          options: { auth: 'jwt', size: 1, docs: false },
        },
      ],
    });
  });

  it.each([
    [[], 'Which template?'],
    [['options'], 'Which models should the template in'],
    [['nowhere', ...MODELS], "There is no template 'nowhere'"],
    [['options', '-m', 'no.yaml'], '--model no.yaml does not exist'],
    [['options', '-m', 'values.yaml'], 'is no model that can be used'],
    [['options', '--models', 'templates'], 'holds no models'],
    [['options', ...MODELS, '--option', 'auth'], 'not of the form key=value'],
    [['options', ...MODELS, '--option', 'x=1'], "has no option 'x'"],
    [
      ['options', ...MODELS, '--option', 'auth=basic'],
      "'basic' is no value of the option 'auth'. Use one of none, jwt.",
    ],
    [['options', ...MODELS, '--only', 'x'], 'none of the'],
    [['options', ...MODELS, '--check', 'x'], '--check x: there is no such'],
    [['options', ...MODELS, '--jobs', '0'], '--jobs 0 is not a number'],
    [['options', ...MODELS, '--set', 'x=1'], "has no parameter 'x'"],
    [['options', ...MODELS, '--lst'], "Unknown option '--lst'"],
    [['options', 'options', ...MODELS], 'Two cases would be called'],
  ])('explain what is wrong: %j', async (args, message) => {
    expect(await refuse(...args)).toContain(message);
  });

  it.each([
    [{ options: { region: ['a'] } }, "has no option 'region'"],
    [{ exclude: [{ auth: 'x' }] }, "'x' is no value of the option 'auth'"],
    [
      { checks: [{ name: 'a', run: ['x'], when: { doc: true } }] },
      "the check 'a': the template has no option 'doc'",
    ],
    [{ exclude: [{ model: ['shop', 'zoo'] }] }, 'Nothing is left to test'],
  ])('explain what is wrong in the file: %j', async (tests, message) => {
    writeTemplate({ name: 'wrong', tests });
    const stderr = await refuse('wrong', ...MODELS);
    expect(stderr).toContain(message);
    expect(stderr).toContain('template.test.yaml');
  });

  it('ask for an answer that there is no sample of', async () => {
    const form = {
      required: ['region'],
      properties: { region: { type: 'string' }, model: { type: 'object' } },
    };
    writeTemplate({ name: 'asking', form });
    expect(await refuse('asking', ...MODELS)).toContain(
      "The template 'asking' requires 'region', and there is no sample of it.",
    );
    expect(await list('asking', ...MODELS, '--set', 'region=north')).toEqual([
      'asking-shop-1',
      'asking-zoo-1',
    ]);
  });
});
