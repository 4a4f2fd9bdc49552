import { MongoClient, ObjectId } from 'mongodb';
import pg from 'pg';

/** Rows of the table before each round. */
export const ROWS = 1_000;

const COLLECTION = '/api/v1/products';

export const PRODUCT = {
  name: 'Standing desk',
  description: 'A desk that moves up and down, with a memory for four people.',
  price: '649.90',
  stock: 12,
  status: 'active',
  tags: ['office', 'oak', 'electric'],
  dimensions: { width: 1600, height: 720.5, depth: 800 },
};

/**
 * The rows of a service, which come back as they were before each round.
 *
 * @typedef {object} Rows
 * @property {(number: number) => string} id of a row, from 1
 * @property {() => Promise<void>} reset fills the table with the same rows, whatever was in it
 * @property {() => Promise<void>} close
 */

/**
 * How the rows of a running service are reached, by its database.
 *
 * @type {Record<string, (databaseUrl: string, serviceUrl: string) => Promise<Rows>>}
 */
export const OPEN_ROWS = { postgres: openTable, mongo: openCollection };

async function openTable(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return {
    id: number => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    async reset() {
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
    },
    close: () => client.end(),
  };
}

/** Documents look as the service itself writes one, which it is asked for. */
async function openCollection(databaseUrl, serviceUrl) {
  const client = new MongoClient(databaseUrl);
  const collection = client.db().collection('products');
  const id = number => number.toString(16).padStart(24, '0');
  await fetch(serviceUrl + COLLECTION, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sku: 'SEED', ...PRODUCT }),
  });
  const written = await collection.findOne({ sku: 'SEED' });
  return {
    id,
    async reset() {
      await collection.deleteMany({});
      await collection.insertMany(
        Array.from({ length: ROWS }, (_, index) => ({
          ...written,
          _id: new ObjectId(id(index + 1)),
          sku: `SEED-${index + 1}`,
        })),
      );
    },
    close: () => client.close(),
  };
}
