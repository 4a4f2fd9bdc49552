'use strict';

const { existsSync } = require('node:fs');
const Joi = require('joi');
const { ConnectionString } = require('mongodb-connection-string-url');

const SECOND = 1000;
const MEBIBYTE = 1024 * 1024;

/** @param {string} address */
function databaseAddress(address) {
  if (new ConnectionString(address).pathname.length < 2) {
    throw new Error('it must name a database, as mongodb://host/database does');
  }
  return address;
}

const DATABASE_SETTINGS = {
  MONGODB_URI: Joi.string().custom(databaseAddress).required(),
  DB_PASSWORD: Joi.string(),
  MONGODB_POOL_MAX: Joi.number().integer().min(1).default(10),
  MONGODB_POOL_TIMEOUT_MS: Joi.number().integer().min(1).default(5 * SECOND),
  MONGODB_STATEMENT_TIMEOUT_MS: Joi.number()
    .integer()
    .min(1)
    .default(10 * SECOND),
};

const SERVICE_SETTINGS = {
  NODE_ENV: Joi.string()
    .valid('development', 'test', 'production')
    .default('development'),
  PORT: Joi.number().port().default(3000),
  LOG_LEVEL: Joi.string()
    .valid('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent')
    .default('info'),
  BODY_LIMIT_BYTES: Joi.number().integer().min(1).default(MEBIBYTE),
  SHUTDOWN_TIMEOUT_MS: Joi.number().integer().min(1).default(10 * SECOND),
};

/** A setting is missing or malformed; the message names it. */
class ConfigurationError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

/**
 * @param {Joi.ObjectSchema} schema
 * @param {NodeJS.ProcessEnv} environment
 */
function read(schema, environment) {
  // An empty variable is one that is not set.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const { error, value } = schema.validate(given, {
    abortEarly: false,
    allowUnknown: true,
    stripUnknown: true,
    errors: { wrap: { label: false } },
  });
  if (error) {
    const problems = error.details.map(({ message }) => message).join('; ');
    throw new ConfigurationError(
      `The settings are not right: ${problems}. The README lists them all.`,
    );
  }
  return value;
}

/**
 * @param {NodeJS.ProcessEnv} environment
 */
function readDatabaseSettings(environment) {
  return read(Joi.object(DATABASE_SETTINGS), environment);
}

/**
 * @param {NodeJS.ProcessEnv} environment
 */
function readServiceSettings(environment) {
  return read(Joi.object(SERVICE_SETTINGS), environment);
}

/** Reads `.env`, for local work; variables that are set already win. */
function loadDotEnv() {
  if (existsSync('.env')) {
    process.loadEnvFile('.env');
  }
}

module.exports = {
  ConfigurationError,
  loadDotEnv,
  readDatabaseSettings,
  readServiceSettings,
};
