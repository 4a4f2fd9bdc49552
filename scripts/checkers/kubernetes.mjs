import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { execute, findings, isYaml } from './execute.mjs';

const isManifest = file => file.startsWith('kubernetes/') && isYaml(file);
const isKustomization = file =>
  path.basename(file).startsWith('kustomization.');

/** @type {import('./checkers.mjs').Checker[]} */
export const kubernetesCheckers = [
  {
    name: 'kubernetes-validate',
    tools: ['kubernetes-validate'],
    accepts: file => isManifest(file) && !isKustomization(file),
    check: ({ folder, inputs, tools }) =>
      findings(
        tools['kubernetes-validate'],
        ['--strict', '--quiet', ...inputs],
        folder,
      ),
  },
  {
    name: 'kustomize and kube-score',
    tools: ['kustomize', 'kubernetes-validate', 'kube-score'],
    accepts: file => isManifest(file) && isKustomization(file),
    check: checkKustomization,
  },
  {
    name: 'agent pods',
    tools: ['kubernetes-validate'],
    accepts: file => file.startsWith('jenkins/') && isYaml(file),
    check: checkAgents,
  },
];

/** A pod that Jenkins starts has no name until then, which kubernetes-validate asks for. */
async function checkAgents({ folder, inputs, tools }) {
  const files = inputs.map(input => `${input}.json`);
  for (const [index, input] of inputs.entries()) {
    const pod = parse(await readFile(path.join(folder, input), 'utf8'));
    const named = { ...pod, metadata: { ...pod.metadata, name: 'agent' } };
    await writeFile(path.join(folder, files[index]), JSON.stringify(named));
  }
  const problems = await findings(
    tools['kubernetes-validate'],
    ['--strict', '--quiet', ...files],
    folder,
  );
  await Promise.all(files.map(file => rm(path.join(folder, file))));
  return problems;
}

/** What the cluster would get must be valid as well, not only its sources. */
async function checkKustomization({ folder, inputs, tools }) {
  const problems = [];
  for (const input of inputs) {
    const built = await execute(
      tools.kustomize,
      ['build', path.dirname(input)],
      folder,
    );
    if (built.code !== 0) {
      problems.push(`${input}: ${built.error}`);
      continue;
    }
    const file = path.join(folder, 'built.yaml');
    await writeFile(file, built.output);
    problems.push(
      await findings(
        tools['kubernetes-validate'],
        ['--strict', '--quiet', file],
        folder,
      ),
      await findings(
        tools['kube-score'],
        ['score', '--exit-one-on-warning', '--color', 'never', file],
        folder,
      ),
    );
    await rm(file);
  }
  return problems.filter(Boolean).join('\n');
}
