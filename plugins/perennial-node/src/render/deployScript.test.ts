import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StubCommands } from '../__testUtils__/StubCommands';
import { TestFolder, readTree } from '../__testUtils__/TestFolder';
import { renderDelivery } from '../__testUtils__/renderDelivery';

const IMAGE = `docker.io/acme/shop@sha256:${'a1'.repeat(32)}`;

const SECRETS = {
  DB_PASSWORD: `pa'ss "word" $HOME \`id\` \\n`,
  DOCKER_PASSWORD: 'dckr_pat_0123456789',
  KUBERNETES_CREDENTIALS: 'apiVersion: v1\nkind: Config\ntoken: t0p-s3cret',
};

const ENVIRONMENT = { IMAGE, DOCKER_USERNAME: 'acme', ...SECRETS };

const KUBECTL = `
const end = process.env.STUB_MIGRATION;
if (args[0] === 'create') process.stdout.write('a secret as a manifest');
if (args[0] === 'get') process.stdout.write(end);
if (args[0] === 'logs') process.stdout.write('relation exists already');
if (args[0] === process.env.STUB_FAILS) process.exit(1);
`;
const KUSTOMIZE = `
if (args[0] === 'edit') writeFileSync('kustomization.yaml', 'changed');
if (args[0] === 'build') process.stdout.write('a release');
`;

const folder = new TestFolder();
const stubs = new StubCommands(folder, {
  kubectl: KUBECTL,
  kustomize: KUSTOMIZE,
});

let target: string;

beforeAll(async () => {
  ({ target } = await renderDelivery({ folder, template: 'flask-postgres' }));
});

/** Runs the script of a rendered service from elsewhere. */
async function deploy(
  env: Record<string, string | undefined> = {},
  service = target,
) {
  const before = readTree(service);
  const temporary = folder.write('tmp', {});
  const merged = {
    ...ENVIRONMENT,
    TMPDIR: temporary,
    STUB_MIGRATION: 'SuccessCriteriaMet Complete',
    ...env,
  };
  const run = await stubs.run(['bash', join(service, 'scripts/deploy.sh')], {
    cwd: temporary,
    env: Object.fromEntries(
      Object.entries(merged).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  });
  return {
    ...run,
    lines: run.calls.map(({ command, args }) =>
      [command, ...args].join(' ').replaceAll(/\/\S+\/tmp\.\w+/g, 'TMP'),
    ),
    left: readdirSync(temporary),
    isCheckoutSame:
      JSON.stringify(readTree(service)) === JSON.stringify(before),
  };
}

jest.setTimeout(60_000);

describe('scripts/deploy.sh', () => {
  it('hands the secrets over, migrates, and rolls out', async () => {
    const { code, lines, output } = await deploy();
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(lines).toEqual([
      `kustomize edit set image shop=${IMAGE}`,
      'kustomize build TMP/kubernetes',
      'kubectl apply --filename kubernetes/namespace.yaml',
      'kubectl create secret generic shop-database --namespace shop --from-file=DB_PASSWORD=/dev/stdin --dry-run=client --output yaml',
      'kubectl apply --server-side --force-conflicts --filename -',
      'kubectl create secret generic shop-registry --namespace shop --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=/dev/stdin --dry-run=client --output yaml',
      'kubectl apply --server-side --force-conflicts --filename -',
      'kubectl delete job shop-migrate --namespace shop --ignore-not-found',
      'kubectl apply --filename TMP/release.yaml --selector app.kubernetes.io/component!=api',
      'kubectl get job shop-migrate --namespace shop --output=jsonpath={.status.conditions[?(@.status=="True")].type}',
      'kubectl apply --filename TMP/release.yaml',
      'kubectl rollout status deployment/shop --namespace shop --timeout=360s',
    ]);
  });

  it('passes secrets by standard input and private files only, and leaves none behind', async () => {
    const { calls, output, left, isCheckoutSame } = await deploy();
    const [database, registry] = calls.filter(
      ({ args }) => args[0] === 'create',
    );
    expect(database.input).toBe(SECRETS.DB_PASSWORD);
    const auth = Buffer.from(`acme:${SECRETS.DOCKER_PASSWORD}`);
    expect(JSON.parse(registry.input)).toEqual({
      auths: {
        'https://index.docker.io/v1/': { auth: auth.toString('base64') },
      },
    });
    for (const { kubeconfig } of calls) {
      expect(kubeconfig).toEqual({
        text: `${SECRETS.KUBERNETES_CREDENTIALS}\n`,
        mode: 0o600,
      });
    }
    const seen = JSON.stringify([output, calls.map(({ args }) => args)]);
    for (const secret of [...Object.values(SECRETS), auth.toString('base64')]) {
      expect(seen).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    expect({ left, isCheckoutSame }).toEqual({
      left: [],
      isCheckoutSame: true,
    });
  });

  it('hands over the key of a service that signs tokens, and asks for it', async () => {
    const signing = await renderDelivery({
      folder,
      template: 'flask-postgres',
      values: { auth: 'secret-key' },
    });
    const refused = await deploy({}, signing.target);
    expect(refused).toMatchObject({ code: 1, lines: [] });
    expect(refused.output).toContain('SECRET_KEY is not set.');

    const SECRET_KEY = `k'ey "with" $signs`;
    const { code, output, calls } = await deploy(
      { SECRET_KEY },
      signing.target,
    );
    expect({ code, output }).toEqual({ code: 0, output: '' });
    const [key] = calls.filter(({ args }) => args.includes('shop-tokens'));
    expect(key.args).toContain('--from-file=SECRET_KEY=/dev/stdin');
    expect(key.input).toBe(SECRET_KEY);
    expect(JSON.stringify(calls.map(({ args }) => args))).not.toContain(
      '$signs',
    );
  });

  it('prints no secret even where the shell traces', async () => {
    const { code, output } = await deploy({ SHELLOPTS: 'xtrace' });
    expect(code).toBe(0);
    for (const secret of Object.values(SECRETS)) {
      expect(output).not.toContain(secret.split('\n').at(-1));
    }
  });

  it.each([
    ['fails', { STUB_MIGRATION: 'FailureTarget Failed' }],
    ['of the last release cannot go', { STUB_FAILS: 'delete' }],
  ])('rolls nothing out where the migration %s', async (_, env) => {
    const { code, lines, left } = await deploy(env);
    expect(code).toBe(1);
    expect(lines).not.toContain('kubectl apply --filename TMP/release.yaml');
    expect(lines.filter(line => line.includes('rollout'))).toEqual([]);
    expect(left).toEqual([]);
  });

  it('shows what a failed migration has logged', async () => {
    const { output } = await deploy({ STUB_MIGRATION: 'Failed' });
    expect(output).toContain('relation exists already');
    expect(output).toContain(
      'deploy.sh: the migration did not complete, so nothing was rolled out.',
    );
  });

  it('fails where the roll-out does', async () => {
    const { code } = await deploy({ STUB_FAILS: 'rollout' });
    expect(code).toBe(1);
  });

  it('takes the path of a kubeconfig, too', async () => {
    const file = join(folder.write('home', {}), 'kubeconfig');
    writeFileSync(file, 'from a file', { mode: 0o600 });
    const { calls } = await deploy({ KUBERNETES_CREDENTIALS: file });
    expect(calls.map(({ kubeconfig }) => kubeconfig?.text)).toEqual(
      calls.map(() => 'from a file'),
    );
  });

  it.each(['IMAGE', 'DB_PASSWORD', 'DOCKER_USERNAME', 'DOCKER_PASSWORD'])(
    'does nothing without %s',
    async name => {
      const { code, output, calls } = await deploy({ [name]: undefined });
      expect({ code, output, calls }).toEqual({
        code: 1,
        output: `deploy.sh: ${name} is not set.\n`,
        calls: [],
      });
    },
  );

  it('does nothing with an image that a push could change', async () => {
    const { code, output, calls } = await deploy({ IMAGE: 'acme/shop:main' });
    expect({ code, calls }).toEqual({ code: 1, calls: [] });
    expect(output).toContain(
      '"acme/shop:main", which does not end in a digest',
    );
  });
});
