import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { perennial, root, write } from '../../testing/terminal';

describe('a mistake in perennial render', () => {
  const WRONG: [what: string, args: string[], part: string][] = [
    ['no template', ['--out', 'x', '--model', 'model.yaml'], 'Which template?'],
    [
      'two templates',
      ['small', 'small', '--out', 'x', '--model', 'model.yaml'],
      'one argument too many',
    ],
    ['no --out', ['small', '--model', 'model.yaml'], 'Where to?'],
    [
      'no --model',
      ['small', '--out', 'x', '--set', 'name=x'],
      'Give a data model with --model',
    ],
    [
      'an unknown option',
      ['small', '--out', 'x', '--modle', 'model.yaml'],
      "Unknown option '--modle'",
    ],
    [
      'an option without a value',
      ['small', '--out'],
      "'-o, --out <value>' argument missing",
    ],
    [
      'a template that is not there',
      ['large', '--out', 'x', '--model', 'model.yaml'],
      "There is no template 'large'",
    ],
    [
      'a model that is not there',
      ['small', '--out', 'x', '--model', 'no.yaml'],
      '--model no.yaml does not exist',
    ],
    [
      'values that are not there',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'no.yaml'],
      '--values no.yaml does not exist',
    ],
    [
      'values that are a list',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'list.yaml'],
      'must hold keys and values',
    ],
    [
      'values that are no YAML',
      ['small', '--out', 'x', '--model', 'model.yaml', '--values', 'bad.yaml'],
      'is not valid YAML',
    ],
    [
      '--set without a key',
      ['small', '--out', 'x', '--model', 'model.yaml', '--set', 'name'],
      'is not of the form key=value',
    ],
    [
      '--set of an unknown key',
      ['small', '--out', 'x', '--model', 'model.yaml', '--set', 'nmae=x'],
      "no parameter 'nmae'",
    ],
    [
      'a model with a problem',
      ['small', '--out', 'x', '--model', 'wrong.yaml', '--set', 'name=x'],
      'entities[0].fields[0].type',
    ],
    [
      '--out that is a file',
      [
        'small',
        '--out',
        'model.yaml',
        '--model',
        'model.yaml',
        '--set',
        'name=x',
      ],
      'is not a folder',
    ],
    [
      'a URL that Git must not see',
      ['ext::sh -c id', '--out', 'x', '--model', 'model.yaml'],
      'There is no template',
    ],
    [
      'a protocol that is not allowed',
      ['ssh://host/x', '--out', 'x', '--model', 'model.yaml'],
      'cannot be fetched by ssh://',
    ],
    [
      'http from another machine',
      ['http://example.com/x', '--out', 'x', '--model', 'model.yaml'],
      'from another machine',
    ],
    [
      'a URL with a password',
      [
        'https://user:secret@example.com/x',
        '--out',
        'x',
        '--model',
        'model.yaml',
      ],
      'holds a user name or password',
    ],
    [
      'a ref that is an option',
      [
        'https://example.com/a/b/tree/--upload-pack=x',
        '--out',
        'x',
        '--model',
        'model.yaml',
      ],
      'is not a branch or tag',
    ],
  ];
  write('list.yaml', '- a');
  write('bad.yaml', 'a: [');
  write(
    'wrong.yaml',
    'entities: [{ name: A, fields: [{ name: x, type: strin }] }]',
  );

  it.each(WRONG)(
    'says what is wrong, with exit code 2: %s',
    async (_, args, part) => {
      const { code, stderr, stdout } = await perennial('render', ...args);
      expect(stderr).toContain(part);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).not.toContain('secret');
      expect(existsSync(join(root, 'x'))).toBe(false);
    },
  );
});
