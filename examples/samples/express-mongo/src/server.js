'use strict';

const { once } = require('node:events');

/**
 * Starts to listen.
 *
 * @param {{ port: number }} options
 */
async function start({ port }) {
  const config = require('./config');
  const { createApp } = require('./app');
  const { connect, disconnect } = require('./database/connection');
  const { logger } = require('./utils/logger');

  const app = createApp();
  const server = app.listen(port);
  await once(server, 'listening');
  // Meanwhile requests are answered with 503.
  connect((error) => logger.warn({ err: error }, 'the database is not available'));

  /** Stops accepting, finishes what runs, then closes the pool. */
  async function stop() {
    logger.info('stopping');
    app.locals.isStopping = true;
    const deadline = setTimeout(
      () => server.closeAllConnections(),
      config.shutdownTimeout,
    );
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    await closed;
    clearTimeout(deadline);
    await disconnect();
    logger.info('stopped');
  }

  return { logger, server, stop };
}

async function main() {
  const config = require('./config');
  const { logger, server, stop } = await start({ port: config.port });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, stop);
  }
  logger.info({ address: server.address() }, 'listening');
}

if (require.main === module) {
  main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}

module.exports = { start };
