import { median, round } from '../support/figures.mjs';

/** Of what a minimal service does, a generated one does at least this much. */
const TARGET = 0.8;

/**
 * The table and the figures of all pairs.
 *
 * @param {Record<string, Record<string, Record<'generated' | 'minimal', object[]>>>} pairs
 *   the rounds of both services, by framework and operation
 */
export function reportPairs(pairs) {
  const rows = [];
  const figures = { target: TARGET };
  for (const [framework, operations] of Object.entries(pairs)) {
    figures[framework] = {};
    for (const [operation, { generated, minimal }] of Object.entries(
      operations,
    )) {
      const ours = summarize(generated);
      const theirs = summarize(minimal);
      const ratios = compare(ours, theirs);
      figures[framework][operation] = {
        ...ratios,
        generated: ours,
        minimal: theirs,
      };
      const title = `${framework} ${operation}`;
      rows.push(
        [`${title}, generated`, ...columns(ours), ...Object.values(ratios)],
        [`${title}, minimal`, ...columns(theirs), '', ''],
      );
    }
  }
  const head = ['', 'min/s', 'median/s', 'max/s', 'p97.5 ms', 'CPU ms'];
  return {
    rows: [[...head, `ratio (>= ${TARGET})`, 'CPU ratio'], ...rows],
    figures,
  };
}

/** How much of the minimal service's work the generated one does in the same time, and on the same processor time. */
function compare(ours, theirs) {
  return {
    ratio: round(ours.perSecond.median / theirs.perSecond.median, 2),
    cpuRatio:
      ours.cpuMilliseconds === undefined
        ? ''
        : round(theirs.cpuMilliseconds / ours.cpuMilliseconds, 2),
  };
}

function summarize(rounds) {
  const perSecond = rounds.map(it => it.perSecond);
  const cpus = rounds.map(it => it.cpu).filter(cpu => cpu !== undefined);
  return {
    perSecond: {
      minimum: round(Math.min(...perSecond)),
      median: round(median(perSecond)),
      maximum: round(Math.max(...perSecond)),
    },
    latencyP97_5: round(median(rounds.map(it => it.latency)), 1),
    ...(cpus.length > 0 && { cpuMilliseconds: round(median(cpus), 3) }),
  };
}

function columns({ perSecond, latencyP97_5, cpuMilliseconds }) {
  return [...Object.values(perSecond), latencyP97_5, cpuMilliseconds ?? ''];
}
