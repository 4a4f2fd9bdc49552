import { parse, parseAllDocuments } from 'yaml';
import { TestFolder } from '../__testUtils__/TestFolder';
import {
  type DeliveryFile,
  renderDelivery,
} from '../__testUtils__/renderDelivery';
import { shippedTemplates } from '../__testUtils__/shippedTemplates';

const folder = new TestFolder();

const PROVIDERS = ['github-actions', 'gitlab-ci', 'jenkins', 'azure-pipelines'];
const UPDATES = ['dependabot', 'renovate', 'none'];

const PIPELINE_FILES =
  /^(\.github\/workflows\/|\.gitlab-ci\.yml|Jenkinsfile|jenkins\/|azure-pipelines\.yml)/;
const OWN_FILES: Record<string, RegExp> = {
  'github-actions': /^\.github\/workflows\/\w+\.yml$/,
  'gitlab-ci': /^\.gitlab-ci\.yml$/,
  jenkins: /^(Jenkinsfile|jenkins\/\w+\.yaml)$/,
  'azure-pipelines': /^azure-pipelines\.yml$/,
};

const CASES = shippedTemplates().flatMap(({ name }) =>
  PROVIDERS.map(ci => ({ template: name, ci })),
);

jest.setTimeout(60_000);

describe('the delivery of a service', () => {
  it.each(CASES)(
    'of $template by $ci is well-formed with every other option',
    async ({ template, ci }) => {
      for (const kubernetes of [true, false]) {
        for (const dependencyUpdates of UPDATES) {
          const answers = { ci, kubernetes, dependencyUpdates };
          const { files } = await renderDelivery({ folder, template, answers });
          const label = JSON.stringify(answers);
          expect({ label, problems: files.flatMap(problemsOf) }).toEqual({
            label,
            problems: [],
          });
          expectFiles(files, answers);
          expectPipeline(files, answers);
        }
      }
    },
  );
});

/** What is wrong with a file, whatever it says. */
function problemsOf({ path, text }: DeliveryFile): string[] {
  const problems: string[] = [];
  const report = (found: unknown, problem: string) =>
    found && problems.push(`${path}: ${problem}`);
  report(/\{%|%\}|\{#-|-#\}/.test(text), 'a template tag is left');
  report(
    /\$\{\{(?! (github|needs|secrets|steps)\.)/.test(text),
    'an expression is left',
  );
  report(
    /undefined|\[object |NaN/.test(text),
    'a value was not there to be rendered',
  );
  report(!/[^\n]\n$/.test(text), 'it does not end in one newline');
  report(/[ \t]$/m.test(text), 'white space ends a line');
  report(/\n{4}/.test(text), 'several empty lines');
  if (/\.ya?ml$/.test(path)) {
    for (const document of parseAllDocuments(text)) {
      for (const { message } of [...document.errors, ...document.warnings]) {
        report(true, message);
      }
    }
  } else if (path.endsWith('.json')) {
    JSON.parse(text);
  }
  return problems;
}

function expectFiles(
  files: DeliveryFile[],
  answers: { ci: string; kubernetes: boolean; dependencyUpdates: string },
): void {
  const paths = files.map(({ path }) => path);
  const pipelines = paths.filter(path => PIPELINE_FILES.test(path));
  expect(pipelines).not.toEqual([]);
  expect(pipelines.filter(path => !OWN_FILES[answers.ci].test(path))).toEqual(
    [],
  );
  expect(paths.includes('.github/dependabot.yml')).toBe(
    answers.dependencyUpdates === 'dependabot',
  );
  expect(paths.includes('renovate.json')).toBe(
    answers.dependencyUpdates === 'renovate',
  );
  expect(paths.some(path => path.startsWith('kubernetes/'))).toBe(
    answers.kubernetes,
  );
  expect(paths.includes('jenkins/deploy.yaml')).toBe(
    answers.kubernetes && answers.ci === 'jenkins',
  );
  expect(
    files.filter(({ executable }) => executable).map(({ path }) => path),
  ).toEqual(answers.kubernetes ? ['scripts/deploy.sh'] : []);
}

function expectPipeline(
  files: DeliveryFile[],
  { ci, kubernetes }: { ci: string; kubernetes: boolean },
): void {
  const pipeline = files.filter(({ path }) => OWN_FILES[ci].test(path));
  const text = pipeline.map(file => file.text).join('\n');
  expect(text).toContain('DOCKER_USERNAME');
  expect(text).toContain('DOCKER_PASSWORD');
  for (const word of [
    'scripts/deploy.sh',
    'DB_PASSWORD',
    'KUBERNETES_CREDENTIALS',
  ]) {
    expect({ word, used: text.includes(word) }).toEqual({
      word,
      used: kubernetes,
    });
  }
  const images = [...text.matchAll(/\b(?:image|name): (\S+:\S+)$/gm)]
    .map(([, image]) => image)
    .filter(image => !/@sha256:[0-9a-f]{64}$/.test(image));
  expect(images).toEqual([]);
  if (ci === 'github-actions') {
    expectSafeWorkflow(text);
  }
}

/** Actions by commit, no permission by default, and no expression inside a script. */
function expectSafeWorkflow(text: string): void {
  const workflow = parse(text);
  expect(workflow.permissions).toEqual({});
  const jobs: [string, { steps: { run?: string; uses?: string }[] }][] =
    Object.entries(workflow.jobs);
  expect(jobs.length).toBeGreaterThan(2);
  for (const [, { steps }] of jobs) {
    for (const { run = '', uses } of steps) {
      expect(run).not.toContain('${{');
      expect(uses ?? 'a/a@'.padEnd(44, '0')).toMatch(/^[\w/-]+@[0-9a-f]{40}$/);
    }
  }
}
