import { PRODUCT, ROWS } from './rows.mjs';

const COLLECTION = '/api/v1/products';
const PAGES = [1, 2, 3, 4, 5];
const LIMIT = 20;
const READ_IDS = 100;

let created = 0;

function newProduct() {
  created += 1;
  return JSON.stringify({ sku: `NEW-${created}`, ...PRODUCT });
}

/**
 * What is measured: the requests, in the words of autocannon, and the status
 * that each of their answers must have.
 *
 * @param {(number: number) => string} id of a row
 */
export const operationsOn = id => [
  {
    name: 'create',
    status: 201,
    requests: [
      {
        method: 'POST',
        path: COLLECTION,
        headers: { 'content-type': 'application/json' },
        // No two products have the same sku.
        setupRequest: request => ({ ...request, body: newProduct() }),
      },
    ],
  },
  {
    name: 'read',
    status: 200,
    requests: Array.from({ length: READ_IDS }, (_, index) => ({
      method: 'GET',
      path: `${COLLECTION}/${id((index * ROWS) / READ_IDS + 1)}`,
    })),
  },
  {
    name: 'list',
    status: 200,
    requests: PAGES.map(page => ({
      method: 'GET',
      path: `${COLLECTION}?page=${page}&limit=${LIMIT}`,
    })),
  },
];
