import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { StubCommands } from '../__testUtils__/StubCommands';
import { TestFolder } from '../__testUtils__/TestFolder';
import { renderDelivery } from '../__testUtils__/renderDelivery';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const METADATA = `{
  "containerimage.config.digest": "sha256:${'ff'.repeat(32)}",
  "containerimage.digest": "${DIGEST}"
}`;

const REGISTRY = { DOCKER_USERNAME: 'acme', DOCKER_PASSWORD: 'dckr_pat_01' };
const CLUSTER = { DB_PASSWORD: 'p4ss', KUBERNETES_CREDENTIALS: 'kube' };
type Secrets = Record<string, string>;

/** A builder that writes what the real one tells about an image. */
const BUILDER = `
const place = args.indexOf('--metadata-file') + 1;
if (place) writeFileSync(args[place], ${JSON.stringify(METADATA)});
`;

const folder = new TestFolder();
const stubs = new StubCommands(folder, {
  'buildctl-daemonless.sh': BUILDER,
  docker: BUILDER,
});

/** GitLab's shell does not mind a variable that is not there; `sh -u` does. */
const EMPTY = {
  DOCKER_USERNAME: '',
  DOCKER_PASSWORD: '',
  DB_PASSWORD: '',
  KUBERNETES_CREDENTIALS: '',
};

function readYaml(target: string, path: string) {
  return parse(readFileSync(join(target, path), 'utf8'));
}

interface Execution {
  argv: [string, ...string[]];
  env: Secrets;
  /** What the script hands to the jobs after it. */
  outputs: (printed: string) => string;
}

const PROVIDERS: Record<
  string,
  (target: string, secrets: Secrets) => Execution
> = {
  'gitlab-ci': (target, secrets) => {
    const { script } = readYaml(target, '.gitlab-ci.yml').build;
    return {
      argv: ['sh', '-euc', script.join('\n')],
      env: { ...EMPTY, CI_COMMIT_SHA: 'c0ffee', ...secrets },
      outputs: () => readFileSync(join(target, 'image.env'), 'utf8'),
    };
  },
  'azure-pipelines': (target, secrets) => {
    const [stage] = readYaml(target, 'azure-pipelines.yml').stages.filter(
      (each: { stage: string }) => each.stage === 'build',
    );
    const step = stage.jobs[0].steps.at(-1);
    const given = Object.entries<string>(step.env).map(([name, value]) => [
      name,
      secrets[name] ?? value,
    ]);
    return {
      argv: ['bash', '-c', step.bash],
      env: {
        ...Object.fromEntries(given),
        AGENT_TEMPDIRECTORY: folder.write('agent', {}),
        BUILD_SOURCEVERSION: 'c0ffee',
      },
      outputs: printed =>
        [...printed.matchAll(/variable=(\w+);isOutput=true\](.*)/g)]
          .map(([, name, value]) => `${name}=${value}`)
          .join('\n'),
    };
  },
};

/** Runs the script that builds the image as the provider would, with the secrets that are there. */
async function build(ci: string, secrets: Secrets) {
  const { target } = await renderDelivery({
    folder,
    template: 'flask-postgres',
    answers: { ci },
  });
  const home = folder.write('home', {});
  const { argv, env, outputs } = PROVIDERS[ci](target, secrets);
  const run = await stubs.run(argv, {
    cwd: target,
    env: { HOME: home, NAME: 'shop', ...env },
  });
  const lines = run.calls.map(({ command, args }) =>
    [command, ...args].join(' '),
  );
  const seen = JSON.stringify([run.output, lines]);
  return {
    code: run.code,
    output: run.output,
    lines,
    calls: run.calls,
    home,
    outputs: outputs(run.output),
    showsPassword: seen.includes(REGISTRY.DOCKER_PASSWORD),
  };
}

const CASES = Object.keys(PROVIDERS);

jest.setTimeout(60_000);

describe('the script that builds the image', () => {
  it.each(CASES)(
    'of %s builds without secrets, and says what is missing',
    async ci => {
      const { code, output, lines, outputs } = await build(ci, {});
      expect(code).toBe(0);
      expect(lines.filter(line => /\bbuild /.test(line))).toHaveLength(1);
      expect(lines.filter(line => /push|login/.test(line))).toEqual([]);
      expect(output).toContain('DOCKER_USERNAME and DOCKER_PASSWORD');
      expect(outputs).not.toMatch(/@sha256|deploy=true/);
    },
  );

  it.each(CASES)(
    'of %s pushes the commit, and hands its digest on',
    async ci => {
      const { code, lines, outputs, output, showsPassword } = await build(ci, {
        ...REGISTRY,
        ...CLUSTER,
      });
      expect(code).toBe(0);
      expect(lines.at(-1)).toContain('docker.io/acme/shop:c0ffee');
      expect(lines.at(-1)).toMatch(/push=true|--push/);
      expect(outputs).toContain(DIGEST);
      expect(output).not.toContain('Not deployed');
      expect(showsPassword).toBe(false);
    },
  );

  it.each(CASES)(
    'of %s pushes without a cluster, and says what is missing',
    async ci => {
      const { code, output, outputs } = await build(ci, REGISTRY);
      expect(code).toBe(0);
      expect(output).toContain('KUBERNETES_CREDENTIALS and DB_PASSWORD');
      expect(outputs).not.toContain('deploy=true');
    },
  );

  it('of gitlab-ci signs in by a private file', async () => {
    const { home } = await build('gitlab-ci', REGISTRY);
    const file = join(home, '.docker/config.json');
    const { auths } = JSON.parse(readFileSync(file, 'utf8'));
    const { auth } = auths['https://index.docker.io/v1/'];
    expect(Buffer.from(auth, 'base64').toString()).toBe('acme:dckr_pat_01');
  });

  it('of azure-pipelines signs in by standard input, away from home', async () => {
    const { home, calls } = await build('azure-pipelines', REGISTRY);
    const [login] = calls.filter(({ args }) => args[0] === 'login');
    expect(login.input).toBe(REGISTRY.DOCKER_PASSWORD);
    expect(existsSync(join(home, '.docker'))).toBe(false);
  });
});
