import process from 'node:process';
import { withDatabaseServers } from './databaseServers.mjs';
import { TOKEN_SETTINGS } from './tokens.mjs';
import { withRedis } from './withRedis.mjs';
import { withRunningService } from './withRunningService.mjs';

/**
 * Runs something against an installed admin server: on a new database, with
 * its cache where there is a Redis. It signs tokens with the secret of
 * TOKEN_SETTINGS.
 *
 * @param {import('./openService.mjs').Service} service
 * @param {(url: string) => Promise<T>} use gets the server's address
 * @template T
 * @returns {Promise<T>}
 */
export function withAdminServer(service, use) {
  return withDatabaseServers(servers =>
    withRedis(redis => {
      process.stdout.write(
        redis.REDIS_HOST
          ? 'With a Redis as the cache.\n'
          : 'Without a cache: there is neither REDIS_HOST nor redis-server.\n',
      );
      const env = { ...redis, SECRET_KEY: TOKEN_SETTINGS.JWT_SECRET };
      return withRunningService(service, { servers, env }, use);
    }),
  );
}
