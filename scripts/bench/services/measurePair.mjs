import autocannon from 'autocannon';
import { operationsOn } from './operations.mjs';

const CONNECTIONS = 32;
const ROUND_SECONDS = 2;

/**
 * A running service with the rows of its database.
 *
 * @typedef {object} Side
 * @property {string} url
 * @property {() => Promise<number | undefined>} cpuSeconds
 * @property {import('./rows.mjs').Rows} rows
 */

/**
 * Measures two services in turns, so that whatever else the machine does
 * meanwhile hits both.
 *
 * @param {{ generated: Side, minimal: Side }} sides
 * @param {{ rounds: number, onProgress: (text: string) => void }} options
 */
export async function measurePair(sides, { rounds, onProgress }) {
  const measured = {};
  for (const operation of operationsOn(sides.generated.rows.id)) {
    const results = { generated: [], minimal: [] };
    // The first round fills caches and lets compilers finish.
    for (let round = 0; round <= rounds; round += 1) {
      onProgress(`${operation.name}, round ${round} of ${rounds}`);
      for (const [name, side] of Object.entries(sides)) {
        const result = await measure(side, operation);
        if (round > 0) {
          results[name].push(result);
        }
      }
    }
    measured[operation.name] = results;
  }
  return measured;
}

async function measure(side, operation) {
  await side.rows.reset();
  const before = await side.cpuSeconds();
  const result = await autocannon({
    url: side.url,
    connections: CONNECTIONS,
    duration: ROUND_SECONDS,
    requests: operation.requests,
  });
  assertAnswers(result, operation);
  const after = await side.cpuSeconds();
  const answers = result['2xx'];
  return {
    perSecond: answers / result.duration,
    latency: result.latency.p97_5,
    cpu: before === undefined ? undefined : ((after - before) / answers) * 1000,
  };
}

function assertAnswers(result, { name, status }) {
  const { statusCodeStats, errors } = result;
  const others = Object.keys(statusCodeStats).filter(
    code => Number(code) !== status,
  );
  if (others.length > 0 || errors > 0) {
    throw new Error(
      `${name} at ${
        result.url
      } must answer ${status}, but there were ${errors} errors and ${JSON.stringify(
        statusCodeStats,
      )}.`,
    );
  }
}
