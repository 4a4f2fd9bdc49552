import type { Exchange } from '../http/types';
import { isObject, mediaType } from '../runner/expect';

const LEAK =
  /Traceback \(most recent call last\)|site-packages|\.py", line|pymongo|mongoframes|werkzeug|E11000|redis\.exceptions/i;
const MAXIMUM_FAULTS = 50;

/** What is wrong with an answer as an error; `undefined` where nothing is. */
export function errorFault(exchange: Exchange): string | undefined {
  const { body, status } = exchange;
  if (mediaType(exchange) !== 'application/json') {
    return `its media type is "${mediaType(exchange)}", not application/json`;
  }
  if (
    !isObject(body) ||
    Object.keys(body).sort().join() !== 'error,message,status,status_code'
  ) {
    return 'it is not {"status", "message", "error", "status_code"}';
  }
  if (body.status !== 'failed' || body.status_code !== status) {
    return `its "status" is not failed, or its "status_code" not ${status}`;
  }
  return [body.message, body.error].every(
    text => text && typeof text === 'string',
  )
    ? undefined
    : 'its "message" or its "error" is no text';
}

/** Watches all exchanges of a run for what may never happen. */
export class MonolithTraffic {
  readonly #faults = new Map<string, { message: string; exchange: Exchange }>();
  requests = 0;

  observe(exchange: Exchange): void {
    this.requests += 1;
    if (exchange.status >= 500) {
      this.#add(`answered ${exchange.status}`, exchange);
    }
    if (exchange.status >= 400) {
      const fault = errorFault(exchange);
      if (fault) {
        this.#add(`answered ${exchange.status}, but ${fault}`, exchange);
      }
      if (LEAK.test(exchange.text)) {
        this.#add('shows a stack trace or the text of a driver', exchange);
      }
    }
  }

  get faults(): { message: string; exchange: Exchange }[] {
    return [...this.#faults.values()];
  }

  #add(message: string, exchange: Exchange) {
    const key = `${exchange.request.method} ${message}`;
    if (!this.#faults.has(key) && this.#faults.size < MAXIMUM_FAULTS) {
      this.#faults.set(key, { message, exchange });
    }
  }
}
