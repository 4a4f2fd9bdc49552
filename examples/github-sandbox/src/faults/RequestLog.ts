import type { LoggedRequest } from './types';

const MAXIMUM_ENTRIES = 10_000;

/** Which requests to list or count. */
export interface RequestFilter {
  method?: string;
  path?: string | RegExp;
  area?: LoggedRequest['area'];
}

/** The requests so far, the oldest first; bounded. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** Adds an entry, and forgets the oldest ones of a long run. */
  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > 2 * MAXIMUM_ENTRIES) {
      this.#entries = this.#entries.slice(-MAXIMUM_ENTRIES);
    }
  }

  /** The requests that match. */
  list(filter: RequestFilter = {}): LoggedRequest[] {
    return this.#entries.filter(
      entry =>
        (!filter.method || entry.method === filter.method.toUpperCase()) &&
        (!filter.area || entry.area === filter.area) &&
        (!filter.path ||
          (filter.path instanceof RegExp
            ? entry.path.search(filter.path) >= 0
            : entry.path === filter.path)),
    );
  }

  /** How many requests match. */
  count(filter: RequestFilter = {}): number {
    return this.list(filter).length;
  }

  /** Forgets all requests. */
  clear(): void {
    this.#entries = [];
  }
}
