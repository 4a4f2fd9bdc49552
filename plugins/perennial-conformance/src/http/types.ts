import type { IncomingHttpHeaders } from 'node:http';

/** One request, as it is sent. */
export interface ClientRequest {
  method: string;
  /** Path and query, from the root of the service. */
  target: string;
  headers?: Record<string, string | string[]>;
  /** Sent exactly so. */
  body?: string | Buffer;
  /** Sends the body without a Content-Length. */
  chunked?: boolean;
}

/** A request with the answer that it got. */
export interface Exchange {
  request: ClientRequest;
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The answer read as JSON; `undefined` where it is none. */
  body: unknown;
  milliseconds: number;
}

/** Told of each exchange. */
export type ExchangeObserver = (exchange: Exchange) => void;
