import { transport } from './transport';
import type { ClientRequest, Exchange, ExchangeObserver } from './types';
import { queryText, wireText } from './wire';
import type { Query } from './wire';

type Headers = Record<string, string | string[]>;

/** Speaks to the service under test as one user (or as nobody). */
export class Client {
  private constructor(
    private readonly options: {
      baseUrl: URL;
      token?: string;
      observers: ExchangeObserver[];
    },
  ) {}

  static create(options: {
    baseUrl: string;
    observers?: ExchangeObserver[];
  }): Client {
    return new Client({
      baseUrl: new URL(options.baseUrl),
      observers: options.observers ?? [],
    });
  }

  /** The same service, with another bearer token or none. */
  as(token: string | undefined): Client {
    return new Client({ ...this.options, token });
  }

  /** A client whose exchanges are told to `observer` too. */
  observedBy(observer: ExchangeObserver): Client {
    return new Client({
      ...this.options,
      observers: [...this.options.observers, observer],
    });
  }

  get baseUrl(): URL {
    return this.options.baseUrl;
  }

  get token(): string | undefined {
    return this.options.token;
  }

  async send(request: ClientRequest): Promise<Exchange> {
    const headers: Headers = { ...request.headers };
    if (this.options.token !== undefined && !('Authorization' in headers)) {
      headers.Authorization = `Bearer ${this.options.token}`;
    }
    const exchange = await transport(this.options.baseUrl, {
      ...request,
      headers,
    });
    for (const observer of this.options.observers) {
      observer(exchange);
    }
    return exchange;
  }

  get(path: string, query: Query = [], headers?: Headers): Promise<Exchange> {
    return this.send({
      method: 'GET',
      target: `${path}${queryText(query)}`,
      headers,
    });
  }

  post(path: string, value: unknown, headers?: Headers): Promise<Exchange> {
    return this.json('POST', path, value, headers);
  }

  put(path: string, value: unknown, headers?: Headers): Promise<Exchange> {
    return this.json('PUT', path, value, headers);
  }

  patch(path: string, value: unknown, headers?: Headers): Promise<Exchange> {
    return this.json('PATCH', path, value, headers);
  }

  delete(path: string, headers?: Headers): Promise<Exchange> {
    return this.send({ method: 'DELETE', target: path, headers });
  }

  /** Sends a JSON value with any method. */
  json(
    method: string,
    path: string,
    value: unknown,
    headers?: Headers,
  ): Promise<Exchange> {
    return this.send({
      method,
      target: path,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: wireText(value),
    });
  }
}
