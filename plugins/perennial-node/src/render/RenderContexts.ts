import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  EntityReference,
  ResolvedEntity,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import type { PreparedTemplateContext } from 'nunjitsu';
import { BATCH_VARIABLE } from './batch';
import type { SkeletonRenderer } from './SkeletonRenderer';

/** @internal */
export interface ContextSources {
  model: ResolvedModel;
  values: JsonObject;
  modelYaml: string;
  /** The OpenAPI document as text. Called once at most. */
  openApi: () => string;
}

/** The parts of an entity that every file sees. Its fields are not among them. */
const REFERENCE_KEYS: readonly (keyof EntityReference)[] = [
  'key',
  'name',
  'pascal',
  'camel',
  'snake',
  'kebab',
  'title',
  'plural',
  'description',
  'comment',
  'table',
  'path',
  'id',
  'timestamps',
  'softDelete',
  'owned',
  'order',
];

/**
 * The variables of skeletons. A context is copied when it is prepared, so the
 * shared part is prepared once and holds no fields: those of a large model would
 * neither fit the renderer's limit nor leave memory flat.
 */
export class RenderContexts {
  readonly #sources: ContextSources;
  readonly #shared: PreparedTemplateContext;
  #openApi: string | undefined;

  constructor(renderer: SkeletonRenderer, sources: ContextSources) {
    const { entities, ...flags } = sources.model;
    this.#sources = sources;
    this.#shared = prepare('values', () =>
      renderer.prepare({
        values: sources.values,
        model: { ...flags, entities: entities.map(reference) },
        modelYaml: sources.modelYaml,
      }),
    );
  }

  shared(): PreparedTemplateContext {
    return this.#shared;
  }

  forEntity(entity: ResolvedEntity): PreparedTemplateContext {
    return prepare(`the entity '${entity.name}'`, () =>
      this.#shared.withValue(['entity'], entity as never),
    );
  }

  /** A context for several entities at once. */
  forBatch(entities: ResolvedEntity[]): PreparedTemplateContext {
    return prepare(`the entity '${entities[0].name}' and those after it`, () =>
      this.#shared.withValue([BATCH_VARIABLE], entities as never),
    );
  }

  /** Adds the document, which is large and needed by one file or none. */
  withOpenApi(context: PreparedTemplateContext): PreparedTemplateContext {
    this.#openApi ??= this.#sources.openApi();
    return context.withValue(['openapi'], this.#openApi);
  }
}

function reference(entity: ResolvedEntity): Partial<EntityReference> {
  return Object.fromEntries(REFERENCE_KEYS.map(key => [key, entity[key]]));
}

function prepare(
  subject: string,
  build: () => PreparedTemplateContext,
): PreparedTemplateContext {
  try {
    return build();
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    throw new InputError(
      `Templates cannot use ${subject}: ${reason}. Make it smaller or take the named key out.`,
      error,
    );
  }
}
