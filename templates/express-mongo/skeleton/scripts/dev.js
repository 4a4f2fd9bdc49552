'use strict';

const { once } = require('node:events');
{% if values.auth == 'jwt' %}
const { developmentTokens } = require('./development-tokens');
{% endif %}
const { exitAfter, run, runToEnd, withDatabase } = require('./with-database');

exitAfter(
  withDatabase(async (env) => {
    await runToEnd(['src/database/run.js', 'migrate'], env);
    await runToEnd(['src/database/run.js', 'seed'], env);
    const server = run(['--watch', 'src/server.js'], {% if values.auth == 'jwt' %}{ ...developmentTokens, ...env }{% else %}env{% endif %});
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.on(signal, () => server.kill(signal));
    }
    await once(server, 'exit');
  }),
);
