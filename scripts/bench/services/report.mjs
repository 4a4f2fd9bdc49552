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
      const ratio = round(ours.perSecond.median / theirs.perSecond.median, 2);
      figures[framework][operation] = {
        ratio,
        generated: ours,
        minimal: theirs,
      };
      rows.push(
        tableRow(`${framework} ${operation}, generated`, ours, ratio),
        tableRow(`${framework} ${operation}, minimal`, theirs, ''),
      );
    }
  }
  const head = ['', 'min/s', 'median/s', 'max/s', 'p97.5 ms', 'CPU ms'];
  return { rows: [[...head, `ratio (>= ${TARGET})`], ...rows], figures };
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

function tableRow(title, { perSecond, latencyP97_5, cpuMilliseconds }, ratio) {
  return [
    title,
    ...Object.values(perSecond),
    latencyP97_5,
    cpuMilliseconds ?? '',
    ratio,
  ];
}
