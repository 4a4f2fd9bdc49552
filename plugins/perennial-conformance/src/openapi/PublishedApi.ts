import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Exchange } from '../http/types';
import { isObject, mediaType, shown } from '../runner/expect';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The OpenAPI document of a service, as a judge of its answers. */
export class PublishedApi {
  private readonly validators = new Map<string, ValidateFunction>();

  private constructor(
    readonly document: Record<string, unknown>,
    private readonly ajv: Ajv2020,
  ) {}

  static create(options: { document: Record<string, unknown> }): PublishedApi {
    const ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      allErrors: false,
      // A model may name what every object inherits, such as toString.
      ownProperties: true,
    });
    addFormats(ajv);
    ajv.addSchema(options.document, 'openapi.json');
    return new PublishedApi(options.document, ajv);
  }

  get paths(): Record<string, Record<string, unknown>> {
    return (this.document.paths ?? {}) as Record<
      string,
      Record<string, unknown>
    >;
  }

  /** Operations of a path template, by method. */
  operation(path: string, method: string): Record<string, unknown> | undefined {
    const found = this.paths[path]?.[method.toLowerCase()];
    return isObject(found) ? found : undefined;
  }

  /** The template in `paths` that a concrete path belongs to. */
  template(path: string): string | undefined {
    if (path in this.paths) {
      return path;
    }
    return Object.keys(this.paths).find(template =>
      new RegExp(
        `^${template
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replace(/\{[^}]+\}/g, '[^/]+')}$`,
      ).test(path),
    );
  }

  /** A response object, with a reference followed. */
  response(
    path: string,
    method: string,
    status: number,
  ): Record<string, unknown> | undefined {
    const responses = this.operation(path, method)?.responses;
    const found = isObject(responses) ? responses[String(status)] : undefined;
    return this.follow(found);
  }

  /** What is different in an answer from what is published; else `undefined`. */
  mismatch(exchange: Exchange): string | undefined {
    const method = exchange.request.method.toLowerCase();
    const path = this.template(exchange.request.target.split('?')[0]);
    // A conditional GET is HTTP's own; no description lists it.
    if (exchange.status === 304) {
      return undefined;
    }
    if (!path || !METHODS.includes(method) || !this.operation(path, method)) {
      return undefined;
    }
    const response = this.response(path, method, exchange.status);
    const about = `${method.toUpperCase()} ${path} ${exchange.status}`;
    if (!response) {
      return `${about} is not described`;
    }
    const content = isObject(response.content) ? response.content : {};
    if (exchange.text === '') {
      return Object.keys(content).length > 0
        ? `${about} is described with content, but has none`
        : undefined;
    }
    const type = mediaType(exchange);
    if (!(type in content)) {
      return `${about} has the media type "${type}", which is not described`;
    }
    if (exchange.body === undefined || !isObject(content[type])) {
      return undefined;
    }
    return this.schemaFault(
      { path, method, status: exchange.status, type },
      exchange,
      about,
    );
  }

  /** Validates any value against a schema of the document. */
  validate(schema: unknown, value: unknown): string | undefined {
    if (!isObject(schema)) {
      return undefined;
    }
    const key = JSON.stringify(schema);
    let validator = this.validators.get(key);
    if (!validator) {
      // Local references are resolved from the document's own root.
      const rebased = JSON.parse(
        key.replace(/"\$ref":"#/g, '"$ref":"openapi.json#'),
      ) as object;
      validator = this.ajv.compile(rebased);
      this.validators.set(key, validator);
    }
    return validator(value)
      ? undefined
      : this.ajv.errorsText(validator.errors, { dataVar: 'body' });
  }

  /** The object that a `$ref` stands for. */
  follow(value: unknown): Record<string, unknown> | undefined {
    if (!isObject(value) || typeof value.$ref !== 'string') {
      return isObject(value) ? value : undefined;
    }
    let found: unknown = this.document;
    for (const part of value.$ref.replace(/^#\//, '').split('/')) {
      const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
      found = isObject(found) ? found[name] : undefined;
    }
    return this.follow(found);
  }

  private schemaFault(
    place: { path: string; method: string; status: number; type: string },
    exchange: Exchange,
    about: string,
  ): string | undefined {
    const response = this.response(place.path, place.method, place.status);
    const content = response?.content as Record<string, { schema?: unknown }>;
    const fault = this.validate(content[place.type].schema, exchange.body);
    return fault && `${about} breaks its schema: ${shown(fault)}`;
  }
}
