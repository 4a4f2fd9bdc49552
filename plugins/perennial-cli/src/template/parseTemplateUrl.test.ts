import { parseTemplateUrl } from './parseTemplateUrl';

describe('parseTemplateUrl', () => {
  it.each([
    [
      'https://github.com/acme/templates',
      { repository: 'https://github.com/acme/templates', path: '' },
    ],
    [
      'https://github.com/acme/templates.git',
      { repository: 'https://github.com/acme/templates.git', path: '' },
    ],
    [
      'https://github.com/acme/templates/tree/v1.2.0',
      {
        repository: 'https://github.com/acme/templates',
        ref: 'v1.2.0',
        path: '',
      },
    ],
    [
      'https://github.com/acme/t/tree/main/a/b',
      { repository: 'https://github.com/acme/t', ref: 'main', path: 'a/b' },
    ],
    [
      'https://github.com/acme/t/blob/main/a/template.yaml',
      { repository: 'https://github.com/acme/t', ref: 'main', path: 'a' },
    ],
    [
      'https://gitlab.com/a/b/c/-/tree/main/x',
      { repository: 'https://gitlab.com/a/b/c', ref: 'main', path: 'x' },
    ],
    [
      'http://localhost:3030/acme/t/tree/main/x%20y/',
      { repository: 'http://localhost:3030/acme/t', ref: 'main', path: 'x y' },
    ],
    ['file:///a/tree/b', { repository: 'file:///a/tree/b', path: '' }],
  ])('reads %s', (url, expected) => {
    expect(parseTemplateUrl(url)).toEqual({ ref: undefined, ...expected });
  });

  it.each([
    'https://',
    'ftp://host/x',
    'git://host/x',
    'ssh://host/x',
    'http://192.168.0.1/x',
    'https://token@github.com/a/b',
    'https://github.com/a/b/tree/-x/y',
    'https://github.com/a/b/tree/main/%2e%2e%2f%2e%2e/x',
    'https://github.com/a/b/tree/main/a%5cb',
  ])('refuses %s', url => {
    expect(() => parseTemplateUrl(url)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
