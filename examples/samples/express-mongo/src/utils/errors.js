'use strict';

const { STATUS_CODES } = require('node:http');

/**
 * One thing that is wrong with a request.
 *
 * @typedef {{ pointer: string, detail: string }} Problem
 */

/**
 * An error with an HTTP status, answered as a problem document (RFC 9457).
 */
class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} detail
   * @param {{ errors?: Problem[], headers?: Record<string, string>, cause?: unknown }} [options]
   */
  constructor(status, detail, options = {}) {
    super(detail, { cause: options.cause });
    this.name = 'HttpError';
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  /** @param {Problem[]} errors */
  static invalid(errors) {
    return new HttpError(422, 'The request does not match its description.', {
      errors,
    });
  }

  /** @param {string} what */
  static notFound(what) {
    return new HttpError(404, `There is no such ${what}.`);
  }

  /**
   * @param {string} detail
   * @param {Problem[]} [errors]
   */
  static conflict(detail, errors) {
    return new HttpError(409, detail, { errors });
  }

  /** The answer's body. */
  toProblem() {
    return {
      type: 'about:blank',
      title: STATUS_CODES[this.status],
      status: this.status,
      detail: this.message,
      ...(this.errors && { errors: this.errors }),
    };
  }
}

module.exports = { HttpError };
