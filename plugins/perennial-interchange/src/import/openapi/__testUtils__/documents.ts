import { stringify } from 'yaml';
import { noteLine, outline } from '../../../__testUtils__/outline';
import { importOpenApi } from '../importOpenApi';

/** What an import gives, a line for each entity, field and note. */
export async function read(source: string | object) {
  const text = typeof source === 'string' ? source : stringify(source);
  const { model, notes } = await importOpenApi({ text });
  return { lines: outline(model), notes: notes.map(noteLine) };
}

/** A document of some schemas, and of lists of some of them. */
export function documentOf(schemas: object, listed: string[] = []) {
  return {
    openapi: '3.0.3',
    info: { title: 'Test', version: '1' },
    paths: Object.fromEntries(
      listed.map(name => [
        `/${name.toLowerCase()}s`,
        {
          get: {
            responses: {
              200: {
                description: 'OK',
                content: {
                  'application/json': {
                    schema: {
                      type: 'array',
                      items: { $ref: `#/components/schemas/${name}` },
                    },
                  },
                },
              },
            },
          },
        },
      ]),
    ),
    components: { schemas },
  };
}

export const id = { type: 'string', format: 'uuid', readOnly: true };
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
