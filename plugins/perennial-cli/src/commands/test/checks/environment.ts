import { delimiter } from 'node:path';

/** What npm tells a script about the package that it belongs to. */
const OF_ANOTHER_PACKAGE =
  /^(?:npm_(?:lifecycle|package)_.*|npm_config_(?:local_prefix|loglevel)|npm_command|INIT_CWD)$/i;
const OF_ANOTHER_INSTALLATION = /[/\\]node_modules[/\\]\.bin$|node-gyp-bin$/;

/**
 * The environment of a check: this process's, without what npm adds where it
 * has started it. A program that a service has not installed itself must not be
 * found in somebody else's node_modules.
 */
export function checkEnvironment(
  base: NodeJS.ProcessEnv,
  own: Record<string, string | null>,
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(base)) {
    if (!OF_ANOTHER_PACKAGE.test(name)) {
      env[name] = name.toUpperCase() === 'PATH' ? ownPath(value) : value;
    }
  }
  for (const [name, value] of Object.entries(own)) {
    if (value === null) {
      delete env[name];
    } else {
      env[name] = value;
    }
  }
  return env;
}

function ownPath(value: string | undefined): string | undefined {
  return value
    ?.split(delimiter)
    .filter(folder => !OF_ANOTHER_INSTALLATION.test(folder))
    .join(delimiter);
}
