import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  type PreparedTemplateContext,
  type TemplateContext,
  type TemplateFilter,
  type TemplateValue,
  createTemplateRenderer,
} from 'nunjitsu';

/** The filters that Backstage's scaffolder adds to the built-in ones. */
const FILTERS: Record<string, TemplateFilter> = {
  parseRepoUrl: input => parseRepoUrl(text(input)),
  projectSlug: input => {
    const { owner, repo } = parseRepoUrl(text(input));
    return `${owner}/${repo}`;
  },
  parseEntityRef: (input, defaults) => parseEntityRef(text(input), defaults),
  pick: (input, key) => pick(input, text(key)),
};

const RENDERER = createTemplateRenderer({
  allowRegexExecution: true,
  filters: FILTERS,
  globals: { always: () => true },
});

/**
 * Evaluates the expressions in a step's input as Backstage's workflow runner
 * does: an expression on its own keeps its type, and a key whose expression has
 * no value is left out. Unlike there, an expression that fails is an error.
 */
export class Expressions {
  #context: PreparedTemplateContext;

  constructor(context: JsonObject) {
    this.#context = RENDERER.prepareContext(context as TemplateContext);
  }

  /** Lets later expressions see what a step has given. */
  addStep(id: string, output: JsonObject): void {
    this.#context = this.#context.withValue(['steps', id], {
      output,
    } as TemplateContext);
  }

  evaluate(input: JsonValue, place: string): JsonValue | undefined {
    if (typeof input === 'string') {
      return this.#evaluateText(input, place);
    }
    if (Array.isArray(input)) {
      return input.map(
        (item, index) => this.evaluate(item, `${place}[${index}]`) ?? null,
      );
    }
    if (input !== null && typeof input === 'object') {
      return this.evaluateObject(input, place);
    }
    return input;
  }

  evaluateObject(input: JsonObject, place: string): JsonObject {
    const result: [string, JsonValue][] = [];
    for (const [key, item] of Object.entries(input)) {
      const value =
        item === undefined ? undefined : this.evaluate(item, `${place}.${key}`);
      if (value !== undefined) {
        result.push([key, value]);
      }
    }
    return Object.fromEntries(result);
  }

  #evaluateText(input: string, place: string): JsonValue | undefined {
    if (!input.includes('{')) {
      return input;
    }
    try {
      const value = RENDERER.renderValue(input, this.#context);
      return value === undefined
        ? undefined
        : (JSON.parse(JSON.stringify(value)) as JsonValue);
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      throw new InputError(
        `${place} in template.yaml cannot be evaluated: ${reason.replace(
          /\.$/,
          '',
        )}. It says: ${input}`,
        error,
      );
    }
  }
}

function text(value: TemplateValue | undefined): string {
  if (typeof value !== 'string') {
    throw new InputError(`expected text but got ${JSON.stringify(value)}`);
  }
  return value;
}

function parseRepoUrl(repoUrl: string): Record<string, string> {
  const url = URL.canParse(`https://${repoUrl}`)
    ? new URL(`https://${repoUrl}`)
    : undefined;
  const parts = Object.fromEntries(
    ['owner', 'organization', 'workspace', 'project', 'repo'].flatMap(name => {
      const value = url?.searchParams.get(name)?.replace(/^\/+|\/+$/g, '');
      return value ? [[name, value]] : [];
    }),
  );
  if (!url || !parts.repo) {
    throw new InputError(
      `'${repoUrl}' is not the address of a repository; write it like github.com?owner=acme&repo=shop`,
    );
  }
  return { host: url.host, ...parts };
}

function parseEntityRef(
  reference: string,
  defaults: TemplateValue | undefined,
): Record<string, string> {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(
    reference.trim(),
  );
  const { defaultKind, defaultNamespace } = (defaults ?? {}) as Record<
    string,
    string | undefined
  >;
  const kind = match?.[1] ?? defaultKind;
  if (!match || !kind) {
    throw new InputError(
      `'${reference}' is not an entity reference; write it like group:default/team`,
    );
  }
  return {
    kind: kind.toLowerCase(),
    namespace: (match[2] ?? defaultNamespace ?? 'default').toLowerCase(),
    name: match[3],
  };
}

function pick(
  input: TemplateValue | undefined,
  path: string,
): TemplateValue | undefined {
  let value: unknown = input;
  for (const key of path.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return value as TemplateValue | undefined;
}
