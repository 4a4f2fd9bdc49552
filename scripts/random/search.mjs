import process from 'node:process';
import { step as report } from '../lib/report.mjs';
import { fc, stringifyModel, validModels } from './library.mjs';
import { TrialFailure, tryModel } from './trial.mjs';

/** A service with more takes minutes for each model, and finds little more. */
const LIMITS = {
  maxEntities: 3,
  maxFields: 5,
  maxRelations: 2,
  roomForRows: true,
};

/** After this long, the smallest model so far is small enough. */
const SHRINKING_MS = 5 * 60_000;

function describe({ entities }) {
  const count = (name, one, many) => {
    const total = entities.reduce(
      (sum, entity) => sum + (entity[name]?.length ?? 0),
      0,
    );
    return `${total} ${total === 1 ? one : many}`;
  };
  const size = `${entities.length} ${
    entities.length === 1 ? 'entity' : 'entities'
  }`;
  return `${size}, ${count('fields', 'field', 'fields')}, ${count(
    'relations',
    'relation',
    'relations',
  )}`;
}

/** One search for a model that fails: counts models and knows when to stop shrinking. */
class Search {
  tried = 0;
  /** @type {{ step: string, text: string, message: string } | undefined} */
  found;
  #deadline = Infinity;

  constructor(options) {
    this.options = options;
  }

  /** Throws where the model fails as the first failing one did. */
  async try(model) {
    if (Date.now() > this.#deadline) {
      return;
    }
    const { template, count } = this.options;
    const title = this.found
      ? `${template}, smaller: ${describe(model)}`
      : `${template} ${this.tried + 1}/${count}: ${describe(model)}`;
    this.tried += this.found ? 0 : 1;
    const text = stringifyModel(model);
    // What does not fail itself need not be run again for a smaller model.
    const steps = this.found
      ? this.options.steps.filter(name => name === this.found.step)
      : this.options.steps;
    try {
      await report(title, onLine =>
        tryModel({ ...this.options, text, steps, onLine }),
      );
    } catch (error) {
      if (!(error instanceof TrialFailure)) {
        throw error;
      }
      if (this.found && this.found.step !== error.step) {
        return;
      }
      if (!this.found) {
        process.stderr.write(`\n${error.message}\n\n`);
        this.#deadline = Date.now() + SHRINKING_MS;
      }
      this.found = { step: error.step, text, message: error.message };
      throw error;
    }
  }
}

/**
 * Tries random models with a template until one fails, and makes that one as
 * small as it gets in some minutes.
 *
 * @param {{
 *   template: string, database: import('../lib/templates.mjs').Template['database'], count: number, seed: number, steps: string[], groups?: string,
 *   servers: import('../service/databaseServers.mjs').DatabaseServers,
 * }} options
 * @returns {Promise<{ tried: number, found?: { step: string, text: string, message: string } }>}
 */
export async function searchFailure(options) {
  const search = new Search(options);
  const { count, seed, database } = options;
  let broken;
  await fc.check(
    fc.asyncProperty(validModels({ ...LIMITS, database }), model =>
      search.try(model).catch(error => {
        if (!(error instanceof TrialFailure)) {
          broken ??= error;
        }
        throw error;
      }),
    ),
    { numRuns: count, seed },
  );
  if (broken) {
    throw broken;
  }
  return { tried: search.tried, found: search.found };
}
