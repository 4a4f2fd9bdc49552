import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import type { Client } from '../http/Client';
import type { Exchange } from '../http/types';
import { queryText } from '../http/wire';
import type { Query } from '../http/wire';
import {
  expectObject,
  expectStatus,
  expectThat,
  isObject,
} from '../runner/expect';
import { errorFault } from './MonolithTraffic';
import { pathOf, rowsName } from './names';

const ERRORS: Record<number, string> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

/** Fails unless the answer is an error of a status, in the format of all errors. */
export function expectError(exchange: Exchange, status: number): Exchange {
  expectStatus(exchange, status);
  const fault = errorFault(exchange);
  expectThat(!fault, `the answer is no error of the API: ${fault}`, {
    expected: '{"status": "failed", "message", "error", "status_code"}',
    received: `${exchange.headers['content-type']} ${exchange.text}`,
    exchange,
  });
  const name = ERRORS[status];
  const { error } = expectObject(exchange);
  expectThat(!name || error === name, 'the error has another name', {
    expected: name,
    received: error,
    exchange,
  });
  return exchange;
}

/** Fails unless the answer says that all went well. */
export function expectSuccess(
  exchange: Exchange,
  status: number,
  options: { message?: boolean } = {},
): Record<string, unknown> {
  expectStatus(exchange, status);
  const body = expectObject(exchange);
  expectThat(body.status === 'success', '"status" is not success', {
    expected: 'success',
    received: body.status ?? null,
    exchange,
  });
  expectThat(
    !options.message || (body.message && typeof body.message === 'string'),
    'the answer has no message',
    { received: exchange.text, exchange },
  );
  return body;
}

/** A page as it was answered. */
export interface MonolithPage {
  items: Record<string, unknown>[];
  ids: string[];
  pagination: Record<string, unknown>;
  exchange: Exchange;
}

/** Reads a page; fails where it is none. */
export async function readPage(
  client: Client,
  entity: ResolvedEntity,
  query: Query = [],
): Promise<MonolithPage> {
  const exchange = await client.get(`${pathOf(entity)}${queryText(query)}`);
  const body = expectSuccess(exchange, 200);
  const names = [rowsName(entity), 'pagination', 'status'].sort();
  expectThat(
    Object.keys(body).sort().join() === names.join(),
    'the list has other members',
    { expected: names, received: Object.keys(body).sort(), exchange },
  );
  const items = body[rowsName(entity)];
  const { pagination } = body;
  expectThat(
    Array.isArray(items) && items.every(isObject) && isObject(pagination),
    'the list holds no documents, or no pagination',
    { received: exchange.text, exchange },
  );
  return {
    items,
    ids: items.map(({ id }) => String(id)),
    pagination,
    exchange,
  };
}

/** Reads all pages, with so many documents on each. */
export async function readAll(
  client: Client,
  entity: ResolvedEntity,
  limit = 100,
  query: Query = [],
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let page = 1; ; page += 1) {
    const read = await readPage(client, entity, [
      ['page', String(page)],
      ['limit', String(limit)],
      ...query,
    ]);
    items.push(...read.items);
    if (!read.pagination.has_next) {
      return items;
    }
  }
}
