import { parse, parseAllDocuments } from 'yaml';
import { TestFolder } from '../__testUtils__/TestFolder';
import {
  type DeliveryFile,
  deliveredTemplates,
  renderDelivery,
} from '../__testUtils__/renderDelivery';

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

/** What shows that a pipeline tests beside a database. */
const SIGNS = {
  postgres: ['postgres:18-alpine@', 'DATABASE_URL', 'builtin-locale'],
  mongo: ['mongo:8.0@', 'replSet', 'rs.initiate(', 'MONGODB_URI'],
  redis: ['redis:8-alpine@', 'REDIS_HOST'],
};

/** What a service keeps its data in. */
interface Store {
  title: string;
  values: { database: 'postgres' | 'mongo'; redis: boolean; auth: string };
  port: number;
}

const STORES: Store[] = [
  {
    title: 'PostgreSQL',
    values: { database: 'postgres', redis: false, auth: 'none' },
    port: 5432,
  },
  {
    title: 'MongoDB',
    values: { database: 'mongo', redis: false, auth: 'none' },
    port: 27017,
  },
  {
    title: 'MongoDB and Redis, with a key to sign tokens,',
    values: { database: 'mongo', redis: true, auth: 'secret-key' },
    port: 27017,
  },
];

const CASES = deliveredTemplates().flatMap(({ name }) =>
  PROVIDERS.flatMap(ci =>
    STORES.map(store => ({ template: name, ci, store, title: store.title })),
  ),
);

jest.setTimeout(60_000);

describe('the delivery of a service', () => {
  it.each(CASES)(
    'of $template on $title by $ci is well-formed with every other option',
    async ({ template, ci, store }) => {
      for (const kubernetes of [true, false]) {
        for (const dependencyUpdates of UPDATES) {
          const answers = { ci, kubernetes, dependencyUpdates };
          const { files } = await renderDelivery({
            folder,
            template,
            answers,
            values: store.values,
          });
          const label = JSON.stringify(answers);
          expect({ label, problems: files.flatMap(problemsOf) }).toEqual({
            label,
            problems: [],
          });
          expectFiles(files, answers);
          expectPipeline(files, answers);
          expectStore(files, answers, store);
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

/** Pipelines, manifests, documentation and catalog know the same databases, and no other. */
function expectStore(
  files: DeliveryFile[],
  { ci, kubernetes }: { ci: string; kubernetes: boolean },
  { values, port }: Store,
): void {
  const textOf = (pattern: RegExp) =>
    files
      .filter(({ path }) => pattern.test(path))
      .map(({ text }) => text)
      .join('\n');
  const pipeline = textOf(OWN_FILES[ci]);
  const wanted: string[] = [
    values.database,
    ...(values.redis ? ['redis'] : []),
  ];
  for (const [name, signs] of Object.entries(SIGNS)) {
    expect(signs.filter(sign => pipeline.includes(sign))).toEqual(
      wanted.includes(name) ? signs : [],
    );
  }
  expect(pipeline.includes('SECRET_KEY')).toBe(
    kubernetes && values.auth === 'secret-key',
  );
  const isMongo = values.database === 'mongo';
  // A template may describe itself in its own words, in place of these parts.
  const operations = textOf(/^docs\/operations\.md$/);
  if (operations) {
    expect(operations.includes('PostgreSQL')).toBe(!isMongo);
    expect(operations.includes('MongoDB')).toBe(isMongo);
  }
  const catalog = textOf(/^catalog-info\.yaml$/);
  if (catalog) {
    const resources = parseAllDocuments(catalog)
      .map(document => document.toJS())
      .filter(({ kind }) => kind === 'Resource')
      .map(({ metadata, spec }) => [spec.type, metadata.tags ?? []]);
    expect(resources).toEqual([
      ['database', isMongo ? ['mongodb'] : []],
      ...(values.redis ? [['cache', ['redis']]] : []),
    ]);
  }
  if (kubernetes) {
    const { spec } = parse(textOf(/^kubernetes\/networkpolicy\.yaml$/));
    const ports = spec.egress.flatMap((rule: typeof spec) =>
      rule.ports.map((each: typeof spec) => each.port),
    );
    expect(ports).toEqual([53, 53, port, ...(values.redis ? [6379] : [])]);
    const settings = textOf(/^kubernetes\/kustomization\.yaml$/);
    expect(settings.includes('REDIS_HOST=')).toBe(values.redis);
    expect(settings.includes('MONGODB_URI=mongodb://shop@')).toBe(isMongo);
    expect(settings.includes('DATABASE_URL=')).toBe(!isMongo);
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
