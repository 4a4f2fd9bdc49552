import type { Exchange } from '../http/types';
import { expectStatus, expectThat, isObject, mediaType } from './expect';

/** What is wrong with an answer as problem details; `undefined` where nothing is. */
export function problemFault(exchange: Exchange): string | undefined {
  if (mediaType(exchange) !== 'application/problem+json') {
    return `its media type is "${mediaType(
      exchange,
    )}", not application/problem+json`;
  }
  if (!isObject(exchange.body)) {
    return 'it is not a JSON object';
  }
  for (const name of ['type', 'title', 'detail']) {
    if (typeof exchange.body[name] !== 'string') {
      return `its "${name}" is not a string`;
    }
  }
  if (exchange.body.status !== exchange.status) {
    return `its "status" is not ${exchange.status}`;
  }
  const { errors } = exchange.body;
  if (errors !== undefined) {
    const wellFormed =
      Array.isArray(errors) &&
      errors.every(
        error =>
          isObject(error) &&
          typeof error.pointer === 'string' &&
          typeof error.detail === 'string',
      );
    if (!wellFormed) {
      return 'its "errors" is not a list of {"pointer", "detail"}';
    }
  }
  return undefined;
}

/** Fails unless the answer is a problem of one of the statuses. */
export function expectProblem(
  exchange: Exchange,
  ...statuses: number[]
): Exchange {
  expectStatus(exchange, ...statuses);
  const fault = problemFault(exchange);
  expectThat(!fault, `the answer is no problem details: ${fault}`, {
    expected:
      '{"type", "title", "status", "detail"} as application/problem+json',
    received: `${exchange.headers['content-type']} ${exchange.text}`,
    exchange,
  });
  return exchange;
}

/** Fails unless the answer is a 422 whose errors point to `pointer`, or below it. */
export function expectInvalid(exchange: Exchange, pointer: string): Exchange {
  expectProblem(exchange, 422);
  const pointers = pointersOf(exchange);
  expectThat(
    pointers.some(
      found => found === pointer || found.startsWith(`${pointer}/`),
    ),
    `no error points to ${pointer}`,
    { expected: pointer, received: pointers, exchange },
  );
  return exchange;
}

function pointersOf(exchange: Exchange): string[] {
  const errors = isObject(exchange.body) ? exchange.body.errors : undefined;
  return Array.isArray(errors)
    ? errors.flatMap(error =>
        isObject(error) && typeof error.pointer === 'string'
          ? // RFC 9457's own example writes a pointer as a URI fragment.
            [error.pointer.replace(/^#/, '')]
          : [],
      )
    : [];
}

/** A member's name as a reference token of a JSON pointer. */
export function pointerTo(...names: (string | number)[]): string {
  return names
    .map(name => `/${String(name).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}
