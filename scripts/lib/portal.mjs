import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ensurePageBuilt } from './page.mjs';
import { ROOT } from './paths.mjs';
import { requirePort, waitForUrl } from './ports.mjs';
import { ensurePostgres } from './postgres.mjs';
import { PortalClient } from './portalClient.mjs';
import { ProcessGroup } from './processes.mjs';
import { step } from './report.mjs';

const START_MS = 120_000;
const TRANSFORM = path.join(
  ROOT,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

/**
 * Starts database, GitHub stand-in, backend and page, and resolves once all of
 * them answer.
 *
 * Environment: PERENNIAL_PAGE_PORT (3000), GITHUB_SANDBOX_PORT (3030),
 * GITHUB_TOKEN (github.com in place of the stand-in), POSTGRES_* (that server
 * in place of the embedded one).
 *
 * @param {{ data: string, signal?: AbortSignal, env?: NodeJS.ProcessEnv,
 *   onUnexpectedExit?: (error: Error) => void,
 *   onStarted?: (portal: { stop(): Promise<void> }) => void }} options
 *   `data` is the folder that keeps everything between two runs;
 *   `onUnexpectedExit` hears of a process that ends by itself; `onStarted`
 *   gets the handle before anything is waited for, so that it can be stopped
 * @returns {Promise<{ pageUrl: string, repositoriesUrl: string, stop(): Promise<void>,
 *   killBackend(): Promise<void>, startBackend(): Promise<void> }>}
 *   the last two let a test crash the backend and bring it back
 */
export async function startPortal(options) {
  const settings = readSettings({ ...process.env, ...options.env });
  await requirePorts(settings);
  await mkdir(options.data, { recursive: true });
  // Whoever waits for a process that has ended stops waiting at once.
  const lost = new AbortController();
  const processes = new ProcessGroup({
    logs: path.join(options.data, 'logs'),
    onUnexpectedExit: error => {
      lost.abort(error);
      options.onUnexpectedExit?.(error);
    },
  });
  const signal = AbortSignal.any([options.signal, lost.signal].filter(Boolean));
  const portal = {
    pageUrl: `http://localhost:${settings.pagePort}`,
    repositoriesUrl: settings.usesGitHub
      ? 'https://github.com'
      : `http://localhost:${settings.sandboxPort}`,
    stop: () => processes.stop(),
  };
  options.onStarted?.(portal);
  const context = { ...options, settings, processes, signal };
  const database = await step('Start the database', () =>
    ensurePostgres({
      processes,
      folder: path.join(options.data, 'postgres'),
      node: process.execPath,
      signal,
    }),
  );
  if (!settings.usesGitHub) {
    await step('Start the GitHub stand-in', () => startSandbox(context));
  }
  await ensurePageBuilt({ signal });
  let backend = await step('Start the portal', () =>
    startBackend(context, database),
  );
  await step('Load the templates', () => waitForTemplates(portal.pageUrl));
  return Object.assign(portal, {
    killBackend: () => backend.kill(),
    startBackend: async () => {
      backend = await startBackend(context, database);
    },
  });
}

function readSettings(env) {
  return {
    env,
    pagePort: Number(env.PERENNIAL_PAGE_PORT ?? 3000),
    sandboxPort: Number(env.GITHUB_SANDBOX_PORT ?? 3030),
    usesGitHub: Boolean(env.GITHUB_TOKEN),
  };
}

async function requirePorts(settings) {
  await requirePort({
    port: settings.pagePort,
    purpose: 'the portal',
    variable: 'PERENNIAL_PAGE_PORT',
  });
  if (!settings.usesGitHub) {
    await requirePort({
      port: settings.sandboxPort,
      purpose: 'the GitHub stand-in',
      variable: 'GITHUB_SANDBOX_PORT',
    });
  }
}

async function startSandbox({ processes, settings, data, signal }) {
  processes.start({
    name: 'github-sandbox',
    command: process.execPath,
    args: ['--require', TRANSFORM, 'src/main.ts'],
    cwd: path.join(ROOT, 'examples/github-sandbox'),
    env: {
      ...settings.env,
      PORT: String(settings.sandboxPort),
      GITHUB_SANDBOX_DATA: path.join(data, 'github-sandbox'),
    },
  });
  await waitForUrl(`http://localhost:${settings.sandboxPort}/api/v3/meta`, {
    timeoutMs: START_MS,
    signal,
  });
}

async function startBackend({ processes, settings, signal }, database) {
  const config = [
    'app-config.yaml',
    settings.usesGitHub ? 'app-config.github.yaml' : 'app-config.sandbox.yaml',
  ].flatMap(name => ['--config', path.join(ROOT, name)]);
  const port = String(settings.pagePort);
  const backend = processes.start({
    name: 'portal',
    command: process.execPath,
    args: ['--require', TRANSFORM, 'src/index.ts', ...config],
    cwd: path.join(ROOT, 'examples/portal/backend'),
    env: {
      ...settings.env,
      ...database,
      // Guest sign-in is for development, which this portal is.
      NODE_ENV: 'development',
      PERENNIAL_PAGE_PORT: port,
      PERENNIAL_BACKEND_PORT: port,
    },
  });
  const url = `http://localhost:${port}`;
  const wait = { timeoutMs: START_MS, signal };
  await waitForUrl(`${url}/.backstage/health/v1/readiness`, wait);
  await waitForUrl(`${url}/`, wait);
  return backend;
}

/** The Create page is empty until the catalog has read the templates. */
async function waitForTemplates(url) {
  const client = await PortalClient.signIn(url);
  await client.waitFor('the templates to be in the catalog', async () => {
    const { items } = await client.request(
      'GET',
      '/api/catalog/entities/by-query?filter=kind=template&limit=1',
    );
    return items.length > 0 ? true : undefined;
  });
}
