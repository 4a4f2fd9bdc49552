import { LoggerService } from '@backstage/backend-plugin-api';

/** A logger for runs whose log nobody reads, without anything of Jest's. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
