import { isObject } from '../runner/expect';
import { ProblemError } from './ProblemError';
import type { ServiceRequest, ServiceResponse, StoredRow } from './types';

/** The media type of answers. */
export const JSON_TYPE = 'application/json; charset=utf-8';

export function allow(request: ServiceRequest, methods: string[]): void {
  if (!methods.includes(request.method)) {
    throw new ProblemError(405, [], { allow: methods.join(', ') });
  }
}

export function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    throw new ProblemError(404);
  }
}

function etagOf(row: StoredRow): string {
  return `"${row.id}-${row.version}"`;
}

export function assertCurrent(
  condition: string | undefined,
  row: StoredRow,
): void {
  const listed = condition?.split(',').map(one => one.trim());
  if (listed && !listed.includes('*') && !listed.includes(etagOf(row))) {
    throw new ProblemError(412);
  }
}

/** RFC 7396. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merge(result[name], value);
    }
  }
  return result;
}

export function shown(row: StoredRow): Record<string, unknown> {
  return { id: row.id, ...row.values };
}

export function rowAnswer(
  status: number,
  row: StoredRow,
  headers: Record<string, string> = {},
): ServiceResponse {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, etag: etagOf(row), ...headers },
    body: JSON.stringify(shown(row)),
  };
}
