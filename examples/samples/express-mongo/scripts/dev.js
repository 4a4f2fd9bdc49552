'use strict';

const { once } = require('node:events');
const { exitAfter, run, runToEnd, withDatabase } = require('./with-database');

exitAfter(
  withDatabase(async (env) => {
    await runToEnd(['src/database/run.js', 'migrate'], env);
    await runToEnd(['src/database/run.js', 'seed'], env);
    const server = run(['--watch', 'src/server.js'], env);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => server.kill(signal));
    }
    await once(server, 'exit');
  }),
);
