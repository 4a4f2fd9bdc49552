'use strict';

const path = require('node:path');
const { startEmbeddedDatabase } = require('./embedded-database');

const FOLDER = path.join(__dirname, '../.data/postgres');

/** Starts the embedded database for one run of the sequelize command line. */
module.exports = async () => {
  const { url, stop } = await startEmbeddedDatabase({
    folder: FOLDER,
    persistent: true,
  });
  process.once('exit', () => {
    stop();
  });
  return { url, dialect: 'postgres', logging: false };
};
