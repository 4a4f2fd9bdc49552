import express, {
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { createApiRouter } from './api/createApiRouter';
import type { Sandbox } from './api/types';
import { Urls } from './api/urls';
import { createAdminRouter } from './faults/createAdminRouter';
import { faultMiddleware } from './faults/faultMiddleware';
import { FaultRegistry } from './faults/FaultRegistry';
import { RequestLog } from './faults/RequestLog';
import { createGraphqlRouter } from './graphql/createGraphqlRouter';
import { checkGit } from './git/checkGit';
import { createGitRouter } from './git/createGitRouter';
import { prepareGitEnvironment } from './git/Git';
import { createPageRouter } from './pages/createPageRouter';
import { Accounts } from './store/Accounts';
import { RepositoryStore } from './store/RepositoryStore';

/** The token that is accepted unless another one is given. */
export const DEFAULT_TOKEN = 'sandbox-token';

/** How to start the sandbox. */
export interface SandboxOptions {
  /** 0 takes a free one. */
  port: number;
  /** Folder that keeps the repositories; made where it is missing. */
  dataDir: string;
  /** Host name in addresses, and the interface to listen on; default `localhost`. */
  host?: string;
  /** Default `['acme']`. */
  organisations?: string[];
  /** Further users beside the one that the token belongs to; default `['octocat']`. */
  users?: string[];
  /** Teams of each organisation; default `['Platform', 'Developers']`. */
  teams?: string[];
  /** The user that the token belongs to; default `sandbox`. */
  viewer?: string;
  token?: string;
  /** Serves `/_sandbox/faults` and `/_sandbox/requests`; default false. */
  admin?: boolean;
  /** Gets one line for each request and each unexpected error. */
  logger?: { info(line: string): void };
}

/** A running sandbox. */
export interface RunningSandbox {
  /** Address without a slash at its end. */
  url: string;
  token: string;
  faults: FaultRegistry;
  requests: RequestLog;
  /** Ends all connections; the data stay. */
  stop(): Promise<void>;
}

async function listen(server: Server, port: number, host: string) {
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
  return (server.address() as AddressInfo).port;
}

function createApp(
  sandbox: Sandbox,
  parts: {
    faults: FaultRegistry;
    requests: RequestLog;
    admin: boolean;
    log?: (line: string) => void;
  },
) {
  const app = express();
  app.disable('x-powered-by');
  if (parts.admin) {
    app.use('/_sandbox', createAdminRouter(parts));
  }
  app.use(faultMiddleware(parts));
  app.use('/api/v3', createApiRouter(sandbox, parts.log));
  app.use('/api/graphql', createGraphqlRouter(sandbox));
  app.use(createGitRouter(sandbox));
  app.use(createPageRouter(sandbox, parts.log));
  app.use(
    (
      error: Error,
      _request: Request,
      response: Response,
      _next: NextFunction,
    ) => {
      parts.log?.(`Unexpected error: ${error.stack}`);
      if (response.headersSent) {
        response.destroy();
      } else {
        response.status(500).type('text').send('Server Error\n');
      }
    },
  );
  return app;
}

/** Starts a stand-in for GitHub. */
export async function startSandbox(
  options: SandboxOptions,
): Promise<RunningSandbox> {
  await checkGit();
  const host = options.host ?? 'localhost';
  const token = options.token ?? DEFAULT_TOKEN;
  const dataDir = resolve(options.dataDir);
  const log = options.logger && ((line: string) => options.logger?.info(line));
  const faults = new FaultRegistry();
  const requests = new RequestLog();
  let url = '';
  const sandbox: Sandbox = {
    token,
    urls: new Urls(() => url),
    accounts: new Accounts({
      viewer: options.viewer ?? 'sandbox',
      organisations: options.organisations ?? ['acme'],
      users: options.users ?? ['octocat'],
      teams: options.teams ?? ['Platform', 'Developers'],
    }),
    store: await RepositoryStore.open(
      dataDir,
      await prepareGitEnvironment(join(dataDir, 'home')),
    ),
  };
  const app = createApp(sandbox, {
    faults,
    requests,
    admin: options.admin ?? false,
    log,
  });
  const server = createServer(app);
  // The address is known to every answer: nothing is served before this line ends.
  const port = await listen(
    server,
    options.port,
    // "localhost" may mean ::1 first, and clients that ask for 127.0.0.1 would fail.
    host === 'localhost' ? '127.0.0.1' : host,
  );
  url = `http://${host}:${port}`;
  return {
    url,
    token,
    faults,
    requests,
    async stop() {
      await new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
