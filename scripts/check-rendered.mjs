import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { checkers } from './checkers/checkers.mjs';
import { checkUnlessClean } from './checkers/cleanBefore.mjs';
import { copyCommitted } from './checkers/copyCommitted.mjs';
import { ensureTools } from './checkers/tools.mjs';
import { UserError, fail, step } from './lib/report.mjs';

const USAGE = `Usage: node scripts/check-rendered.mjs <folder>

Runs actionlint, zizmor, check-jsonschema, npm-groovy-lint, shellcheck,
kubernetes-validate, kustomize, kube-score, hadolint, checkov, bandit, mkdocs
and gitleaks over a generated repository: over the files that Git would commit,
so neither over node_modules nor over a local .env. The tools are installed into
.cache on first use; without Python, Go or Java, those that need them are
skipped, except where CI=true. Exit code 1 on any finding.`;

const MARKS = { clean: '✔', 'clean before': '✔', findings: '✖' };

async function main() {
  const [folder, ...rest] = process.argv.slice(2);
  if (!folder || rest.length || folder.startsWith('-')) {
    throw new UserError(USAGE);
  }
  const { tools, missing } = await step('Install the checkers', update =>
    ensureTools({ update }),
  );
  const copy = await mkdtemp(path.join(tmpdir(), 'check-rendered-'));
  try {
    const files = await copyCommitted({ from: path.resolve(folder), to: copy });
    report(await checkAll({ folder: copy, files, tools, missing }));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function checkAll({ folder, files, tools, missing }) {
  const results = [];
  for (const checker of checkers) {
    const inputs = files.filter(checker.accepts);
    const lacks = checker.tools.filter(tool => missing.has(tool));
    if (lacks.length) {
      const reason = missing.get(lacks[0]);
      results.push({ ...checker, inputs, outcome: 'skipped', reason });
    } else if (!inputs.length) {
      results.push({ ...checker, inputs, outcome: 'nothing to check' });
    } else {
      const context = { folder, inputs, tools };
      const result = checker.isSlow
        ? await checkUnlessClean(checker, context)
        : resultOf(await checker.check(context));
      results.push({ ...checker, inputs, ...result });
    }
  }
  return results;
}

const resultOf = findings => ({
  outcome: findings ? 'findings' : 'clean',
  findings,
});

function report(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, inputs, outcome, reason } of results) {
    const mark = MARKS[outcome] ?? '–';
    const count = `${inputs.length} ${inputs.length === 1 ? 'file' : 'files'}`;
    const note = reason ? ` (${reason})` : '';
    process.stdout.write(
      `${mark} ${name.padEnd(width)}  ${count.padStart(
        9,
      )}  ${outcome}${note}\n`,
    );
  }
  const isCi = process.env.CI === 'true';
  const failed = results.filter(
    ({ outcome }) => outcome === 'findings' || (isCi && outcome === 'skipped'),
  );
  for (const { name, findings, reason } of failed) {
    process.stdout.write(`\n${name}\n${findings ?? reason}\n`);
  }
  if (failed.length) {
    const names = failed.map(({ name }) => name).join(', ');
    throw new UserError(`Not clean: ${names}. The findings are above.`);
  }
}

main().catch(fail);
