import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './paths.mjs';

const FOLDER = path.join(ROOT, 'templates');

/**
 * A template of this repository.
 *
 * @typedef {object} Template
 * @property {string} name
 * @property {boolean} makesService others change one that is there
 * @property {'node' | 'python'} [runtime] of a service that it makes
 * @property {'postgres' | 'mongo'} database
 * @property {string[]} checks names of those in its template.test.yaml
 */

/**
 * Every template of this repository, by name.
 *
 * @returns {Promise<Template[]>}
 */
export async function readTemplates() {
  const names = await readdir(FOLDER);
  const templates = await Promise.all(names.sort().map(readTemplate));
  return templates.filter(template => template !== undefined);
}

/**
 * Whether a template's services answer by the contract that templates share:
 * then they publish the same API of one model, and meet the same suites.
 *
 * @param {Template} template
 */
export function sharesContract({ checks }) {
  return checks.includes('openapi') && checks.includes('conformance');
}

async function readTemplate(name) {
  const file = path.join(FOLDER, name, 'template.yaml');
  if (!existsSync(file)) {
    return undefined;
  }
  const { spec } = parse(await readFile(file, 'utf8'));
  const stepOf = action => spec.steps.find(step => step.action === action);
  const { input } = stepOf('perennial:service:render');
  return {
    name,
    makesService: stepOf('perennial:repository:publish') !== undefined,
    runtime: input.values.runtime,
    database: input.database ?? 'postgres',
    checks: await readChecks(name),
  };
}

async function readChecks(name) {
  const file = path.join(FOLDER, name, 'template.test.yaml');
  if (!existsSync(file)) {
    return [];
  }
  const { checks = [] } = parse(await readFile(file, 'utf8'));
  return checks.map(check => check.name);
}
