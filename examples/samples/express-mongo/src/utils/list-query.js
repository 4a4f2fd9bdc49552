'use strict';

const { trusted } = require('mongoose');
const { HttpError } = require('./errors');
const { textProblem } = require('./json');
const { integer } = require('./types');
const { prepare, validate } = require('./validate');

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const MAX_PAGE = 1_000_000;
// MongoDB takes no expression of more than 32,764 bytes.
const MAX_SEARCH = 4096;
const PAGE = prepareText(integer({ minimum: 1, maximum: MAX_PAGE }));
const LIMIT = prepareText(integer({ minimum: 1, maximum: MAX_LIMIT }));

/** @type {Record<string, string>} */
const COMPARISONS = { gt: '$gt', gte: '$gte', lt: '$lt', lte: '$lte' };

/**
 * @typedef {object} Filter
 * @property {import('joi').Schema} schema What a value must be
 * @property {boolean} [comparable] Takes `[gt]`, `[gte]`, `[lt]` and `[lte]` too
 */

/**
 * What a collection can be asked for.
 *
 * @typedef {object} ListDefinition
 * @property {string[]} sortable
 * @property {string[]} searchable
 * @property {Record<string, Filter>} filters
 */

/**
 * @typedef {object} ListQuery
 * @property {number} page
 * @property {number} limit
 * @property {[string, 1 | -1][]} order
 * @property {Record<string, unknown>[]} conditions
 */

/**
 * @param {string} name
 * @param {string} detail
 */
function invalid(name, detail) {
  return HttpError.invalid([
    { pointer: '', detail: `parameter ${name} ${detail}` },
  ]);
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new HttpError(422, 'The query is not UTF-8 in percent encoding.', {
      cause,
    });
  }
}

/**
 * The parameters of an address, in order. Unlike URLSearchParams this refuses
 * what cannot be decoded.
 *
 * @param {string} url
 * @returns {[string, string][]}
 */
function parametersOf(url) {
  const start = url.indexOf('?');
  const search = start < 0 ? '' : url.slice(start + 1);
  return search
    .split('&')
    .filter(part => part !== '')
    .map(part => {
      const equals = part.indexOf('=');
      const name = decode(equals < 0 ? part : part.slice(0, equals));
      const value = decode(equals < 0 ? '' : part.slice(equals + 1));
      const problem = textProblem(name + value);
      if (problem) {
        throw HttpError.invalid([
          { pointer: '', detail: `the query ${problem}` },
        ]);
      }
      return [name, value];
    });
}

/** @param {import('joi').Schema} schema */
function prepareText(schema) {
  return prepare(schema, { convert: true });
}

/**
 * @param {string} name
 * @param {import('joi').Schema} schema A prepared one
 * @param {string} text
 */
function read(name, schema, text) {
  try {
    return validate(schema, text);
  } catch (error) {
    if (error instanceof HttpError && error.errors) {
      throw invalid(name, error.errors[0].detail);
    }
    throw error;
  }
}

/**
 * @param {string} value
 * @param {string[]} sortable
 * @returns {ListQuery['order']}
 */
function readSort(value, sortable) {
  /** @type {ListQuery['order']} */
  const order = [];
  for (const key of value.split(',')) {
    const descending = key.startsWith('-');
    const name = descending ? key.slice(1) : key;
    if (!sortable.includes(name)) {
      throw invalid('sort', `must name some of ${sortable.join(', ')}`);
    }
    order.push([name === 'id' ? '_id' : name, descending ? -1 : 1]);
  }
  return order;
}

/**
 * A literal substring, whatever the case.
 *
 * @param {string} text
 * @param {string[]} searchable
 */
function search(text, searchable) {
  if (text.length > MAX_SEARCH) {
    throw invalid('q', `must have at most ${MAX_SEARCH} characters`);
  }
  const $regex = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return {
    $or: searchable.map(name => ({
      [name]: trusted({ $regex, $options: 'i' }),
    })),
  };
}

/**
 * @param {string} parameter
 * @param {string[]} values
 * @param {Record<string, Filter>} filters
 */
function readFilter(parameter, values, filters) {
  const [, name = '', operator = ''] =
    /^([^[\]]+)(?:\[([a-z]+)\])?$/.exec(parameter) ?? [];
  const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
  const isComparison = Object.hasOwn(COMPARISONS, operator);
  if (
    !filter ||
    (isComparison && !filter.comparable) ||
    (!isComparison && operator !== '' && operator !== 'in') ||
    parameter === `${name}[]`
  ) {
    throw invalid(parameter, 'is not known here');
  }
  const wanted = values.map(value => read(parameter, filter.schema, value));
  if (operator === 'in') {
    return { [name]: trusted({ $in: wanted }) };
  }
  return {
    [name]: isComparison
      ? trusted({ [COMPARISONS[operator]]: wanted[0] })
      : wanted[0],
  };
}

/**
 * Makes what reads the query of each request for a collection.
 *
 * @param {ListDefinition} definition
 */
function createListReader(definition) {
  const filters = Object.fromEntries(
    Object.entries(definition.filters).map(([name, filter]) => [
      name,
      { ...filter, schema: prepareText(filter.schema) },
    ]),
  );
  /** @param {string} url */
  return url => readListQuery(url, { ...definition, filters });
}

/**
 * @param {string} url
 * @param {ListDefinition} definition
 * @returns {ListQuery}
 */
function readListQuery(url, { sortable, searchable, filters }) {
  /** @type {Map<string, string[]>} */
  const parameters = new Map();
  for (const [name, value] of parametersOf(url)) {
    const values = parameters.get(name) ?? [];
    values.push(value);
    parameters.set(name, values);
    if (values.length > 1 && !name.endsWith('[in]')) {
      throw invalid(name, 'must be given once');
    }
  }
  const query = {
    page: 1,
    limit: DEFAULT_LIMIT,
    order: /** @type {ListQuery['order']} */ ([]),
    conditions: /** @type {ListQuery['conditions']} */ ([]),
  };
  for (const [name, values] of parameters) {
    const [value] = values;
    if (name === 'page') {
      query.page = read(name, PAGE, value);
    } else if (name === 'limit') {
      query.limit = read(name, LIMIT, value);
    } else if (name === 'sort') {
      query.order = readSort(value, sortable);
    } else if (name === 'q' && searchable.length > 0) {
      query.conditions.push(search(value, searchable));
    } else {
      query.conditions.push(readFilter(name, values, filters));
    }
  }
  if (!query.order.some(([name]) => name === '_id')) {
    query.order.push(['_id', 1]);
  }
  return query;
}

module.exports = { createListReader };
