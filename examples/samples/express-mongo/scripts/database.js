'use strict';

const { exitAfter, runToEnd, withDatabase } = require('./with-database');

// In production there is no database but the one of the settings.
exitAfter(
  process.env.NODE_ENV === 'production'
    ? runToEnd(['src/database/run.js', ...process.argv.slice(2)], process.env)
    : withDatabase((env) =>
        runToEnd(['src/database/run.js', ...process.argv.slice(2)], env),
      ),
);
