import { JsonObject } from '@backstage/types';
import { configFor, GithubAccess } from './publishing';

/** The app-config of a portal with one template. */
export function portalConfig(options: {
  github: GithubAccess;
  connection: {
    host: string;
    port: number;
    user: string;
    password: string;
    database: string;
  };
  workingDirectory: string;
  template: string;
  port?: number;
  catalog?: JsonObject;
  scaffolder?: JsonObject;
}): JsonObject {
  // Knex hides the password from whoever spreads or prints its settings.
  const { host, port, user, password, database } = options.connection;
  return configFor(options.github, {
    backend: {
      baseUrl: `http://127.0.0.1:${options.port ?? 7007}`,
      ...(options.port && {
        listen: { host: '127.0.0.1', port: options.port },
      }),
      auth: { dangerouslyDisableDefaultAuthPolicy: true },
      workingDirectory: options.workingDirectory,
      database: {
        client: 'pg',
        connection: { host, port, user, password, database },
        pluginDivisionMode: 'schema',
      },
    },
    catalog: {
      rules: [{ allow: ['Component', 'Location', 'Template'] }],
      locations: [{ type: 'file', target: options.template }],
      ...options.catalog,
    },
    scaffolder: { ...options.scaffolder },
  }).get<JsonObject>();
}
