import { execFile } from 'node:child_process';
import {
  type ModelDocument,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import { parse as parseJavaScript } from 'acorn';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { Oracle } from '../__testUtils__/oracle';
import { planRender, readTemplate } from '../template';
import { TestFolder, readTree } from '../__testUtils__/TestFolder';
import {
  ANSWERS,
  answersTo,
  shippedTemplates,
} from '../__testUtils__/shippedTemplates';
import { renderService } from './renderService';

jest.setTimeout(300_000);

const RENDERS = 15;
/** Nunjucks is slow. */
const COMPARISONS = 5;

const folder = new TestFolder();
const oracle = new Oracle();

/** Whoever shrinks a failing model wants to know with which answers it fails. */
const inputs = fc.record({
  model: validModels({ maxEntities: 3 }),
  answers: fc.record({
    auth: fc.constantFrom('none', 'jwt'),
    kubernetes: fc.constantFrom('true', 'false'),
    ci: fc.constantFrom(
      ...['github-actions', 'gitlab-ci', 'jenkins', 'azure-pipelines'],
    ),
    dependencyUpdates: fc.constantFrom('dependabot', 'renovate', 'none'),
  }),
});

/** Everything that a template renders of a model, by path. */
async function render(
  templateFolder: string,
  model: ModelDocument,
  answers: Record<string, string>,
): Promise<{ paths: string[]; texts: Record<string, string> }> {
  const document = parseModel(model);
  const template = await readTemplate({ folder: templateFolder });
  const plan = await planRender({
    template,
    parameters: { ...ANSWERS, ...answersTo(template, answers) },
    model: JSON.stringify(document),
  });
  const target = folder.fresh('service');
  const { files } = await renderService({
    ...plan,
    document,
    model: resolveModel(document, { database: plan.database }),
    target,
  });
  return { paths: files.map(file => file.path), texts: readTree(target) };
}

/** What is wrong with a file, as far as its own language is concerned. */
function syntaxProblem(path: string, text: string): string | undefined {
  try {
    if (path.endsWith('.json')) JSON.parse(text);
    if (/\.ya?ml$/.test(path)) {
      const [error] = parseAllDocuments(text).flatMap(({ errors }) => errors);
      if (error) throw error;
    }
    if (/\.[cm]?js$/.test(path)) {
      parseJavaScript(text, {
        ecmaVersion: 'latest',
        sourceType: path.endsWith('.mjs') ? 'module' : 'script',
        allowReturnOutsideFunction: false,
        allowHashBang: true,
      });
    }
    return undefined;
  } catch (error) {
    return `${path}: ${(error as Error).message}`;
  }
}

/** Compiles each text, so that what only the compiler refuses is found, too. */
const COMPILE = `
import json, sys, warnings
warnings.simplefilter('error')
problems = []
for path, text in json.load(sys.stdin):
    try:
        compile(text, path, 'exec', dont_inherit=True)
    except (SyntaxError, ValueError, Warning) as error:
        problems.append(f'{path}: {error}\\n{text}')
json.dump(problems, sys.stdout)
`;

function python(args: string[], input = ''): Promise<string> {
  return new Promise((fulfil, reject) => {
    const options = { maxBuffer: 256 * 1024 * 1024 };
    const child = execFile('python3', args, options, (error, stdout) =>
      error ? reject(error) : fulfil(stdout),
    );
    child.stdin?.end(input);
  });
}

/** Every Python file that was rendered; one interpreter reads them all. */
const pythonFiles = new Map<string, string>();

describe.each(shippedTemplates())(
  '$name, with every valid model,',
  ({ folder: template }) => {
    it('renders files of one path each that their languages can read', async () => {
      const law = fc.asyncProperty(inputs, async ({ model, answers }) => {
        const { paths, texts } = await render(template, model, answers);
        const spelt = new Set(paths.map(path => path.toLowerCase()));
        expect(spelt.size).toBe(paths.length);
        const problems = Object.entries(texts).map(([path, text]) =>
          syntaxProblem(path, text),
        );
        expect(problems.filter(Boolean)).toEqual([]);
        for (const [path, text] of Object.entries(texts))
          if (path.endsWith('.py')) pythonFiles.set(text, path);
      });
      await fc.assert(law, { numRuns: RENDERS });
    });

    it('renders what nunjucks renders', async () => {
      const law = fc.asyncProperty(inputs, async ({ model, answers }) => {
        const { compared, different } = await oracle.compare({
          folder: template,
          model,
          answers,
        });
        expect(different).toEqual([]);
        expect(compared).toBeGreaterThan(0);
      });
      await fc.assert(law, { numRuns: COMPARISONS });
    });
  },
);

describe('the Python files of all templates', () => {
  it('compile without an error or a warning', async () => {
    const version = await python(['--version']).catch(() => undefined);
    if (version === undefined) {
      process.stderr.write('Skipped: there is no python3 to compile them.\n');
      return;
    }
    const files = [...pythonFiles].map(([text, path]) => [path, text]);
    const problems = await python(['-c', COMPILE], JSON.stringify(files));
    expect(JSON.parse(problems)).toEqual([]);
  });
});
