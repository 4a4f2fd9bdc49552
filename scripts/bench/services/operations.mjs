/** Rows of the table before each round. */
const ROWS = 1_000;

const COLLECTION = '/api/v1/products';
const PAGES = [1, 2, 3, 4, 5];
const LIMIT = 20;
const READ_IDS = 100;

const PRODUCT = {
  name: 'Standing desk',
  description: 'A desk that moves up and down, with a memory for four people.',
  price: '649.90',
  stock: 12,
  status: 'active',
  tags: ['office', 'oak', 'electric'],
  dimensions: { width: 1600, height: 720.5, depth: 800 },
};

const rowId = number =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * Fills the table with the same rows, whatever was in it.
 *
 * @param {import('pg').Client} client
 */
export async function resetRows(client) {
  await client.query('TRUNCATE products');
  await client.query(
    `INSERT INTO products
       (id, sku, name, description, price, stock, status, tags, dimensions,
        created_at, updated_at)
     SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
            'SEED-' || n, $1, $2, $3, $4, $5, $6, $7,
            timestamptz '2026-01-01', timestamptz '2026-01-01'
     FROM generate_series(1, ${ROWS}) AS n`,
    Object.values(PRODUCT).map(value =>
      typeof value === 'object' ? JSON.stringify(value) : value,
    ),
  );
  await client.query('VACUUM ANALYZE products');
}

let created = 0;

function newProduct() {
  created += 1;
  return JSON.stringify({ sku: `NEW-${created}`, ...PRODUCT });
}

/**
 * What is measured: the requests, in the words of autocannon, and the status
 * that each of their answers must have.
 */
export const OPERATIONS = [
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
      path: `${COLLECTION}/${rowId((index * ROWS) / READ_IDS + 1)}`,
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
