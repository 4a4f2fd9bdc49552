import type { Exchange } from '../http/types';
import { CheckFailure } from './types';

const SHOWN_CHARACTERS = 600;

/** Text of a value for a person, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text === undefined) {
    return 'nothing';
  }
  return text.length > SHOWN_CHARACTERS
    ? `${text.slice(0, SHOWN_CHARACTERS)}… (${text.length} characters)`
    : text;
}

/** Fails unless the condition holds. */
export function expectThat(
  condition: unknown,
  message: string,
  details: { expected?: unknown; received?: unknown; exchange?: Exchange } = {},
): asserts condition {
  if (!condition) {
    throw new CheckFailure(message, {
      expected:
        details.expected === undefined ? undefined : shown(details.expected),
      received:
        details.received === undefined ? undefined : shown(details.received),
      exchange: details.exchange,
    });
  }
}

/** Fails unless the answer has one of the statuses. */
export function expectStatus(
  exchange: Exchange,
  ...statuses: number[]
): Exchange {
  expectThat(
    statuses.includes(exchange.status),
    `${exchange.request.method} ${exchange.request.target.slice(
      0,
      120,
    )} answered ${exchange.status}`,
    {
      expected: statuses.join(' or '),
      received: `${exchange.status} ${exchange.text}`,
      exchange,
    },
  );
  return exchange;
}

/** The answer as an object; fails where it is none. */
export function expectObject(exchange: Exchange): Record<string, unknown> {
  expectThat(isObject(exchange.body), 'the answer is not a JSON object', {
    expected: 'a JSON object',
    received: exchange.text,
    exchange,
  });
  return exchange.body;
}

/** Fails unless both texts of JSON are the same. */
export function expectSame(
  what: string,
  received: unknown,
  expected: unknown,
  exchange?: Exchange,
): void {
  expectThat(
    JSON.stringify(received) === JSON.stringify(expected),
    `${what} differs`,
    { expected: expected ?? null, received: received ?? null, exchange },
  );
}

/** True for a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Media type of an answer, without parameters. */
export function mediaType(exchange: Exchange): string {
  return (exchange.headers['content-type'] ?? '').split(';')[0].trim();
}
