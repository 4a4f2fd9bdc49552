import type { ApiContext } from './types';

const DEFAULT_PAGE_SIZE = 30;
const MAXIMUM_PAGE_SIZE = 100;

/** Which page is asked for. */
export function pageOf(context: ApiContext): { page: number; size: number } {
  const number = (name: string, fallback: number) => {
    const value = Number(context.query.get(name) ?? fallback);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return {
    page: number('page', 1),
    size: Math.min(number('per_page', DEFAULT_PAGE_SIZE), MAXIMUM_PAGE_SIZE),
  };
}

/** The `Link` header for a page of a list with so many entries. */
export function linkHeader(
  context: ApiContext,
  total: number,
): Record<string, string> {
  const { page, size } = pageOf(context);
  const last = Math.max(1, Math.ceil(total / size));
  const link = (target: number, relation: string) => {
    const url = new URL(context.request.originalUrl, context.urls.base);
    url.searchParams.set('page', String(target));
    return `<${url}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return links.length > 0 ? { Link: links.join(', ') } : {};
}

/** One page of a list, and the header that leads to the others. */
export function paginate<T>(
  context: ApiContext,
  items: T[],
): { items: T[]; headers: Record<string, string> } {
  const { page, size } = pageOf(context);
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: linkHeader(context, items.length),
  };
}
