import { runRandom, templateNames } from '../random/run.mjs';
import { USUAL_STEPS } from '../random/trial.mjs';
import { withDatabaseServers } from '../service/databaseServers.mjs';

/** As many as a run of everything has time for; `npm run test:random` tries many. */
const COUNT = 2;

/** Always the same models: chance is for searching, not for judging a change. */
const SEED = 1;

/** Models that failed once, and a few random ones, with every template. */
export async function runPart() {
  const templates = await templateNames();
  return withDatabaseServers(servers =>
    runRandom({
      templates,
      count: COUNT,
      seed: SEED,
      steps: USUAL_STEPS,
      servers,
    }),
  );
}
