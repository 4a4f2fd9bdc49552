import { root, write } from '../../../testing/terminal';
import { readTestConfig } from './readTestConfig';

const FILE = 'some/template.test.yaml';

function read(text: string) {
  write(FILE, text);
  return readTestConfig(`${root}/some`);
}

describe('template.test.yaml', () => {
  it('may be missing', async () => {
    expect(await readTestConfig(`${root}/none`)).toEqual({
      file: `${root}/none/template.test.yaml`,
      models: [],
      options: {},
      exclude: [],
      answers: {},
      checks: undefined,
    });
  });

  it('may be empty', async () => {
    expect(await read('# nothing yet\n')).toMatchObject({ models: [] });
  });

  it('takes one value for a list of one, and has defaults', async () => {
    const text = `
models: [models]
options: { auth: jwt, size: [1, 2] }
exclude: [{ auth: none, model: [shop] }]
answers: { tags: [a] }
checks:
  - name: lint
    run: [npm, run, lint]
    when: { kubernetes: true }
    env: { DATABASE_URL: null }
    reads: ['**', '!kubernetes/**']
  - { name: slow, run: [x], timeout: 1.5, cache: { key: [a], folders: [b/c] } }
`;
    expect(await read(text)).toMatchObject({
      models: ['models'],
      options: { auth: ['jwt'], size: [1, 2] },
      exclude: [{ auth: ['none'], model: ['shop'] }],
      answers: { tags: ['a'] },
      checks: [
        {
          name: 'lint',
          run: ['npm', 'run', 'lint'],
          when: { kubernetes: [true] },
          env: { DATABASE_URL: null },
          reads: ['**', '!kubernetes/**'],
          timeoutSeconds: 900,
        },
        {
          name: 'slow',
          timeoutSeconds: 1.5,
          env: {},
          cache: { key: ['a'], folders: ['b/c'] },
        },
      ],
    });
  });

  it.each([
    ['checks: {', 'is not valid YAML'],
    ['[]', 'the file: '],
    ['chekcs: []', 'chekcs'],
    ['checks: []', 'checks: '],
    ['checks: [{ name: a b, run: [x] }]', 'checks[0].name: must be letters'],
    ['checks: [{ name: a, run: npm test }]', 'checks[0].run: '],
    ['checks: [{ name: a, run: [] }]', 'checks[0].run: needs a command'],
    [
      'checks: [{ name: a, run: [x] }, { name: a, run: [y] }]',
      'checks: names two checks alike',
    ],
    ['checks: [{ name: a, run: [x], timeout: 0 }]', 'checks[0].timeout: '],
    [
      'checks: [{ name: a, run: [x], cache: { key: [../x], folders: [y] } }]',
      'checks[0].cache.key[0]: must be a path in the rendered folder',
    ],
    [
      'checks: [{ name: a, run: [x], cache: { key: [x], folders: [/etc] } }]',
      'checks[0].cache.folders[0]: must be a path in the rendered folder',
    ],
    ['checks: [{ name: a, run: [x], reads: [] }]', 'checks[0].reads: '],
    [
      'checks: [{ name: a, run: [x], reads: ["!docs/**"] }]',
      "checks[0].reads: must begin with what is read, such as '**'",
    ],
    [
      'checks: [{ name: a, run: [x], reads: ["**", "!!x"] }]',
      'checks[0].reads[1]: must be a pattern of files',
    ],
    [
      'checks: [{ name: a, run: [x], reads: [x], cache: { key: [x], folders: [y] } }]',
      "checks[0].reads: has both 'reads' and 'cache'",
    ],
    ['models: shop.yaml', 'models: '],
  ])('names the place and the mend: %s', async (text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
    await expect(read(text)).rejects.toThrow(FILE);
  });

  it('refuses a placeholder that stands for nothing', async () => {
    await expect(
      read('checks: [{ name: a, run: ["${{ templat }}/x"] }]'),
    ).rejects.toThrow(
      /check 'a' of .* has the placeholder \$\{\{ templat \}\}, which stands for nothing/,
    );
  });
});
