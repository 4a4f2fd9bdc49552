import { resolve } from 'node:path';
import { startSandbox } from './server';

const DEFAULT_PORT = 3030;

function list(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map(item => item.trim())
    .filter(Boolean);
}

async function main() {
  const { env } = process;
  const port = Number(env.PORT ?? DEFAULT_PORT);
  const sandbox = await startSandbox({
    port,
    host: env.GITHUB_SANDBOX_HOST,
    dataDir: resolve(env.GITHUB_SANDBOX_DATA ?? '.data/github-sandbox'),
    organisations: list(env.GITHUB_SANDBOX_ORGANISATIONS),
    token: env.GITHUB_SANDBOX_TOKEN,
    admin: env.GITHUB_SANDBOX_ADMIN === 'true',
    ...(env.GITHUB_SANDBOX_LOG === 'true' && { logger: console }),
  });
  console.info(`GitHub sandbox listening on ${sandbox.url}`);
  const stop = async () => {
    await sandbox.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch(error => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${error.port} is in use: set PORT to another one.`
      : error.message,
  );
  process.exit(1);
});
