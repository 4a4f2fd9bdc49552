import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { findings } from './execute.mjs';

/** How the scripts inside a pipeline are found, and the shell that runs them. */
const PIPELINES = {
  '.gitlab-ci.yml': { shell: 'sh', scripts: gitlabScripts },
  'azure-pipelines.yml': { shell: 'bash', scripts: azureScripts },
  Jenkinsfile: { shell: 'sh', scripts: jenkinsScripts },
};

/** @type {import('./checkers.mjs').Checker} */
export const shellcheck = {
  name: 'shellcheck',
  tools: ['shellcheck'],
  accepts: file => file.endsWith('.sh') || Object.hasOwn(PIPELINES, file),
  async check({ folder, inputs, tools }) {
    const scripts = inputs.filter(file => file.endsWith('.sh'));
    const problems = scripts.length
      ? [await findings(tools.shellcheck, scripts, folder)]
      : [];
    for (const input of inputs.filter(file => Object.hasOwn(PIPELINES, file))) {
      problems.push(await checkPipeline({ folder, input, tools }));
    }
    return problems.filter(Boolean).join('\n');
  },
};

/** Every script of a pipeline, each as a file of its own that is named after its place. */
async function checkPipeline({ folder, input, tools }) {
  const { shell, scripts } = PIPELINES[input];
  const text = await readFile(path.join(folder, input), 'utf8');
  const bodies = scripts(text);
  const place = await mkdtemp(path.join(folder, 'scripts-of-'));
  try {
    const files = Object.keys(bodies).map(name => `${input}: ${name}`);
    for (const [index, body] of Object.values(bodies).entries()) {
      await writeFile(path.join(place, files[index]), `${body}\n`);
    }
    return files.length
      ? await findings(tools.shellcheck, ['--shell', shell, ...files], place)
      : `${input} has no script that shellcheck could look at.`;
  } finally {
    await rm(place, { recursive: true });
  }
}

/** What a runner makes of a job: one script of all its lines. */
export function gitlabScripts(text) {
  const bodies = {};
  for (const [name, job] of Object.entries(parse(text))) {
    const lines = [job?.before_script, job?.script, job?.after_script].flat();
    if (job?.script) {
      bodies[name] = lines.filter(Boolean).join('\n');
    }
  }
  return bodies;
}

export function azureScripts(text) {
  const bodies = {};
  for (const { stage, jobs } of parse(text).stages) {
    for (const { job, steps } of jobs) {
      for (const [index, { bash }] of steps.entries()) {
        if (bash) {
          bodies[`${stage}, ${job}, step ${index + 1}`] = bash;
        }
      }
    }
  }
  return bodies;
}

/** The texts between the quotes of `sh`, as Groovy reads them. */
export function jenkinsScripts(text) {
  const bodies = {};
  for (const match of text.matchAll(/\bsh ('''|')([\s\S]*?)\1/g)) {
    const line = text.slice(0, match.index).split('\n').length;
    bodies[`line ${line}`] = match[2].replace(/\\(.)/gs, (_, escaped) =>
      escaped === 'n' ? '\n' : escaped,
    );
  }
  return bodies;
}
