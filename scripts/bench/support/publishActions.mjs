import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT, rootRequire } from './engine.mjs';

const BUNDLE = join(ROOT, '.cache', 'bench', 'publish.cjs');

/** Our action and Backstage's, for the same GitHub: functions of `{ name, folder }`. */
export function createPublishActions(github) {
  const { createRepositoryPublishAction } = loadOwn();
  const { createPublishGithubAction } = rootRequire(
    '@backstage/plugin-scaffolder-backend-module-github',
  );
  const { DefaultGithubCredentialsProvider, ScmIntegrations } = rootRequire(
    '@backstage/integration',
  );
  const { ConfigReader } = rootRequire('@backstage/config');
  const host = new URL(github.url).host;
  const config = new ConfigReader({
    app: { baseUrl: 'http://localhost:3000' },
    integrations: {
      github: [
        { host, apiBaseUrl: `${github.url}/api/v3`, token: github.token },
      ],
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const options = {
    config,
    integrations,
    githubCredentialsProvider:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
  };
  const ours = createRepositoryPublishAction(options);
  const theirs = createPublishGithubAction(options);
  return {
    ours: target => runAction(ours, host, target),
    // Protecting a branch would be a call more, and ours leaves it out by default.
    theirs: target =>
      runAction(theirs, host, target, { protectDefaultBranch: false }),
  };
}

function loadOwn() {
  mkdirSync(dirname(BUNDLE), { recursive: true });
  rootRequire('esbuild').buildSync({
    entryPoints: [
      join(
        ROOT,
        'plugins/scaffolder-backend-module-perennial/src/actions/repository/index.ts',
      ),
    ],
    outfile: BUNDLE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'error',
  });
  return rootRequire(BUNDLE);
}

async function runAction(action, host, { name, folder }, more = {}) {
  await action.handler({
    input: {
      repoUrl: `${host}?owner=acme&repo=${name}`,
      defaultBranch: 'main',
      ...more,
    },
    workspacePath: folder,
    task: { id: name },
    logger: silent(),
    output: () => {},
    checkpoint: ({ fn }) => fn(),
  });
}

/** Its log lines are not what is measured. */
function silent() {
  const none = () => {};
  const logger = { info: none, warn: none, error: none, debug: none };
  return { ...logger, child: () => logger };
}
