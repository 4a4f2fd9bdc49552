import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../lib/paths.mjs';

const MINIMAL = path.join(ROOT, 'scripts/bench/minimal-services');

/**
 * How the minimal service of a framework is started: with the packages that
 * the generated service has installed, and with as many processes as its start
 * command has.
 *
 * @typedef {object} Framework
 * @property {string} name
 * @property {string} template
 * @property {(options: { service: string, folder: string }) => Promise<{ command: string[], cwd: string, makesIndexes?: boolean }>} prepareMinimal
 *   gets the folder of the generated service and a folder that it may fill; one
 *   that makes its own indexes wants an empty database
 */

/** @type {Framework[]} */
export const FRAMEWORKS = [
  {
    name: 'express',
    template: 'express-postgres',
    prepareMinimal: options => prepareExpress('express', options),
  },
  {
    name: 'express-mongo',
    template: 'express-mongo',
    prepareMinimal: options =>
      prepareOnMongo(prepareExpress, 'express-mongo', options),
  },
  {
    name: 'flask',
    template: 'flask-postgres',
    async prepareMinimal({ service, folder }) {
      await copyMinimal('flask', folder);
      return {
        command: [
          path.join(service, '.venv/bin/gunicorn'),
          ...['--worker-class', 'gthread', '--workers', '1'],
          ...['--threads', '12', '--keep-alive', '75', 'app:app'],
        ],
        cwd: folder,
      };
    },
  },
  {
    name: 'fastapi',
    template: 'fastapi-postgres',
    prepareMinimal: options => prepareFastapi('fastapi', options),
  },
  {
    name: 'fastapi-mongo',
    template: 'fastapi-mongo',
    prepareMinimal: options =>
      prepareOnMongo(prepareFastapi, 'fastapi-mongo', options),
  },
];

async function prepareExpress(name, { service, folder }) {
  await copyMinimal(name, folder);
  await symlink(
    path.join(service, 'node_modules'),
    path.join(folder, 'node_modules'),
  );
  return { command: ['node', 'server.js'], cwd: folder };
}

async function prepareFastapi(name, { service, folder }) {
  await copyMinimal(name, folder);
  return {
    command: [path.join(service, '.venv/bin/python'), 'app.py'],
    cwd: folder,
  };
}

async function prepareOnMongo(prepare, name, options) {
  return { ...(await prepare(name, options)), makesIndexes: true };
}

async function copyMinimal(name, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(path.join(MINIMAL, name), folder, { recursive: true });
}
