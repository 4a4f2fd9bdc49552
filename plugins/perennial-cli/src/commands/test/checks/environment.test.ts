import { delimiter } from 'node:path';
import { checkEnvironment } from './environment';

describe('checkEnvironment', () => {
  it('leaves out what npm says of the package that started the command', () => {
    const base = {
      HOME: '/home/a',
      INIT_CWD: '/a',
      npm_command: 'run',
      npm_config_loglevel: 'silent',
      npm_config_registry: 'https://registry.example',
      npm_lifecycle_event: 'test',
      npm_package_name: 'a',
      PATH: ['/a/node_modules/.bin', '/usr/bin', '/bin'].join(delimiter),
    };
    expect(checkEnvironment(base, {})).toEqual({
      HOME: '/home/a',
      npm_config_registry: 'https://registry.example',
      PATH: ['/usr/bin', '/bin'].join(delimiter),
    });
  });

  it('adds variables, replaces some and takes some away', () => {
    const base = { LEVEL: 'debug', DATABASE_URL: 'postgresql://b' };
    const own = { LEVEL: 'error', DATABASE_URL: null, PORT: '1' };
    expect(checkEnvironment(base, own)).toEqual({ LEVEL: 'error', PORT: '1' });
    expect(base.DATABASE_URL).toBe('postgresql://b');
  });
});
