import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import { accepts } from '../../values/oracle';
import { searchedFields, statusField } from '../names';
import { Refusal } from './answers';
import type { Kept } from './AdminServer';

const MAXIMUM = { page: 1_000_000, limit: 100 };
const SEARCH_LENGTH = 200;

/** What a list was asked for. */
export interface Asked {
  page: number;
  limit: number;
  search: string;
  status: string | null;
}

/** Reads a query, and refuses what is none. */
export function checkQuery(entity: ResolvedEntity, query: string): Asked {
  const parameters = new URLSearchParams(query);
  const status = statusField(entity);
  const known = ['page', 'limit', 'search', ...(status ? ['status'] : [])];
  const names = [...parameters.keys()];
  const given = parameters.get('status');
  const search = parameters.get('search') ?? '';
  const isSound =
    names.every(name => known.includes(name)) &&
    new Set(names).size === names.length &&
    search.length <= SEARCH_LENGTH &&
    !search.includes('\u0000') &&
    (given === null || !status || accepts(status, given));
  if (!isSound) {
    throw new Refusal(400);
  }
  return {
    page: numberOf(parameters.get('page') ?? '1', MAXIMUM.page),
    limit: numberOf(parameters.get('limit') ?? '20', MAXIMUM.limit),
    search,
    status: given,
  };
}

function numberOf(text: string, maximum: number): number {
  const number = /^[0-9]{1,7}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > maximum) {
    throw new Refusal(400);
  }
  return number;
}

/** Whether a document is one of those that were asked for. */
export function matches({ entity, values }: Kept, asked: Asked): boolean {
  const search = asked.search.toLowerCase();
  const isFound = searchedFields(entity).some(({ name }) =>
    String(values[name] ?? '')
      .toLowerCase()
      .includes(search),
  );
  return (
    (!search || isFound) &&
    (asked.status === null || values.status === asked.status)
  );
}
