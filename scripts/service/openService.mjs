import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { run } from '../lib/processes.mjs';
import { UserError } from '../lib/report.mjs';

/** Which files tell a runtime, and what its commands are. */
const RUNTIMES = {
  node: {
    marks: ['package.json'],
    commands: {
      install: ['npm', 'ci'],
      lint: ['npm', 'run', 'lint'],
      test: ['npm', 'test'],
      migrate: ['npm', 'run', 'migrate'],
      start: ['npm', 'start'],
    },
  },
  python: {
    marks: ['Makefile', 'pyproject.toml'],
    commands: {
      install: ['make', 'setup'],
      lint: ['make', 'lint'],
      test: ['make', 'test'],
      migrate: ['make', 'migrate'],
      start: ['make', 'start'],
    },
  },
};

/**
 * A rendered service on this machine.
 *
 * @typedef {object} Service
 * @property {string} folder absolute path of its repository
 * @property {'node' | 'python'} runtime
 * @property {Record<'install' | 'lint' | 'test' | 'migrate' | 'start', string[]>} commands
 * @property {import('./databaseServers.mjs').Database} database where its data lies, as its lineage says
 * @property {string} modelFile the model that it was made from
 * @property {boolean} isSecured whether its callers sign in, as its own API document says
 */

/**
 * Looks at a folder and tells how the service in it is driven.
 *
 * @param {string} folder
 * @returns {Promise<Service>}
 */
export async function openService(folder) {
  const absolute = path.resolve(folder);
  const has = file => existsSync(path.join(absolute, file));
  const found = Object.entries(RUNTIMES).find(([, { marks }]) =>
    marks.every(has),
  );
  if (!found) {
    throw new UserError(
      `${absolute} holds no service: there is neither a package.json nor a Makefile with a pyproject.toml. Render one first.`,
    );
  }
  const [runtime, { commands }] = found;
  const read = file => readFile(path.join(absolute, file), 'utf8');
  const document = has('openapi.json')
    ? JSON.parse(await read('openapi.json'))
    : {};
  const lineage = parse(await read('.perennial/lineage.yaml'));
  return {
    folder: absolute,
    runtime,
    commands,
    database: lineage.database ?? 'postgres',
    modelFile: path.join(absolute, 'model.yaml'),
    isSecured: Boolean(document.components?.securitySchemes),
  };
}

/**
 * What a service's own tests need to be told: PostgreSQL comes with their
 * packages, a MongoDB does not.
 *
 * @param {Service} service
 * @param {import('./databaseServers.mjs').DatabaseServers} servers
 * @returns {Promise<Record<string, string>>}
 */
export async function testSettings({ database }, servers) {
  return database === 'mongo' ? servers.variablesOf(database) : {};
}

/**
 * Runs one of a service's own commands to its end. The database of whoever
 * calls this stays out of it: without one in `env`, the service starts its own.
 *
 * @param {Service} service
 * @param {'install' | 'lint' | 'test' | 'migrate'} command
 * @param {{ env?: Record<string, string>, onLine?: (line: string) => void }} [options]
 */
export function runCommand(service, command, { env, onLine } = {}) {
  const [program, ...args] = service.commands[command];
  const { DATABASE_URL, MONGODB_URI, ...inherited } = process.env;
  return run(program, args, {
    cwd: service.folder,
    env: { ...inherited, ...env },
    onLine,
  });
}
