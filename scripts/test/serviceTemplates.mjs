import process from 'node:process';
import { ensureTools } from '../checkers/tools.mjs';
import { canRunMongo } from '../lib/mongo.mjs';
import { run } from '../lib/processes.mjs';
import { step } from '../lib/report.mjs';
import { ensureSchemathesis } from '../service/schemathesis.mjs';
import { skipOrFail } from './checks.mjs';

/**
 * The templates that this machine has what it takes to test; the others are
 * skipped visibly.
 *
 * @param {import('../lib/templates.mjs').Template[]} templates
 * @param {(counts: import('./main.mjs').Counts) => void} add hears of what is skipped
 */
export async function selectTemplates(templates, add) {
  const hasPython = await canRunPython();
  if (hasPython) {
    await step('Install schemathesis and the checkers', update =>
      Promise.all([ensureSchemathesis(update), ensureTools({ update })]),
    );
  } else {
    add(
      skipOrFail(
        'Python 3.10 or newer with venv and make, for Python templates and schemathesis,',
      ),
    );
  }
  const needsMongo = ({ database }) => database === 'mongo';
  const hasMongo = !templates.some(needsMongo) || (await canRunMongo());
  if (!hasMongo) {
    add(
      skipOrFail(
        'MONGODB_URI, or a JDK and Maven, for templates of services on MongoDB,',
      ),
    );
  }
  return {
    hasPython,
    templates: templates.filter(
      template =>
        (hasPython || template.runtime === 'node') &&
        (hasMongo || !needsMongo(template)),
    ),
  };
}

/**
 * The environment by which all checks share the database servers of a run.
 *
 * @param {import('../lib/templates.mjs').Template[]} templates
 * @param {import('../service/databaseServers.mjs').DatabaseServers} servers
 */
export async function environmentOf(templates, servers) {
  const env = { ...process.env };
  for (const database of new Set(templates.map(each => each.database))) {
    Object.assign(env, await servers.variablesOf(database));
  }
  return env;
}

async function canRunPython() {
  const code =
    'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  try {
    await run('python3', ['-c', code]);
    await run('make', ['--version']);
    return true;
  } catch {
    return false;
  }
}
