import type { PreviewFile } from '@perennial/plugin-perennial-common';

/** One operation of an API. */
export interface Endpoint {
  method: string;
  path: string;
  summary: string;
}

/** The operations that an API document lists under one tag. */
export interface EndpointGroup {
  name: string;
  endpoints: Endpoint[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DOCUMENT = /(?:^|\/)openapi\.json$/;

/** The file that describes the API of a service, where the service has one. */
export function findDocument<File extends PreviewFile>(
  files: readonly File[],
): File | undefined {
  return files.find(({ path }) => DOCUMENT.test(path));
}

/** The operations of an OpenAPI document by their tags; undefined where the text is none. */
export function readEndpoints(text: string): EndpointGroup[] | undefined {
  const document = parse(text);
  if (!isRecord(document) || !isRecord(document.paths)) {
    return undefined;
  }
  const groups = new Map<string, Endpoint[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = isRecord(operations) ? operations[method] : undefined;
      if (isRecord(operation)) {
        const [tag] = Array.isArray(operation.tags) ? operation.tags : [];
        const name = textOf(tag);
        groups.set(name, [
          ...(groups.get(name) ?? []),
          { method, path, summary: textOf(operation.summary) },
        ]);
      }
    }
  }
  return [...groups].map(([name, endpoints]) => ({ name, endpoints }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
