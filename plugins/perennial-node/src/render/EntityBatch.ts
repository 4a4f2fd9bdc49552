import type { ResolvedEntity } from '@perennial/plugin-perennial-common';
import type { PreparedTemplateContext } from 'nunjitsu';
import type { RenderContexts } from './RenderContexts';
import {
  type SkeletonRenderer,
  type Subject,
  pathSource,
  splitPath,
} from './SkeletonRenderer';
import type { SkeletonContent, SkeletonFile } from './skeleton';

/**
 * Fields and relations in a batch. Keeps a batch's context well below the 100,000
 * entries that the renderer copies, and memory flat.
 */
const MAXIMUM_MEMBERS = 300;
const MAXIMUM_ENTITIES = 32;

type Template = Extract<SkeletonContent, { kind: 'template' }>;

/** Renders skeleton files for several entities, each with the least parsing. */
export class EntityBatch {
  readonly entities: ResolvedEntity[];
  readonly #renderer: SkeletonRenderer;
  readonly #contexts: RenderContexts;
  readonly #single = new Map<number, PreparedTemplateContext>();
  #batch: PreparedTemplateContext | undefined;

  constructor(
    renderer: SkeletonRenderer,
    contexts: RenderContexts,
    entities: ResolvedEntity[],
  ) {
    this.#renderer = renderer;
    this.#contexts = contexts;
    this.entities = entities;
  }

  /** The parts of the file's path for each entity. */
  renderPaths(file: SkeletonFile): string[][] {
    const indexes = this.entities.map((_, index) => index);
    const batch = this.#renderer.renderBatch(
      pathSource(file.path),
      this.#batchContext(),
      indexes,
    );
    return (
      batch?.map(splitPath) ??
      indexes.map(index =>
        this.#renderer.renderPath(
          file.path,
          this.#context(index),
          this.#subject(file, index),
        ),
      )
    );
  }

  /** The file's text for the entities at these indexes, in their order. */
  renderFiles(
    file: SkeletonFile,
    content: Template,
    indexes: number[],
  ): string[] {
    const context = (base: PreparedTemplateContext) =>
      content.mentionsOpenApi ? this.#contexts.withOpenApi(base) : base;
    return (
      this.#renderer.renderBatch(
        content.text,
        context(this.#batchContext()),
        indexes,
      ) ??
      indexes.map(index =>
        this.#renderer.renderFile(
          content.text,
          context(this.#context(index)),
          this.#subject(file, index),
        ),
      )
    );
  }

  #batchContext(): PreparedTemplateContext {
    this.#batch ??= this.#contexts.forBatch(this.entities);
    return this.#batch;
  }

  #context(index: number): PreparedTemplateContext {
    let context = this.#single.get(index);
    if (!context) {
      context = this.#contexts.forEntity(this.entities[index]);
      this.#single.set(index, context);
    }
    return context;
  }

  #subject(file: SkeletonFile, index: number): Subject {
    return { label: file.label, entity: this.entities[index].name };
  }
}

/** Cuts a model into batches of consecutive entities. */
export function cutBatches(entities: ResolvedEntity[]): ResolvedEntity[][] {
  const batches: ResolvedEntity[][] = [];
  let members = Infinity;
  for (const entity of entities) {
    const own = membersOf(entity);
    const last = batches[batches.length - 1];
    if (
      !last ||
      members + own > MAXIMUM_MEMBERS ||
      last.length >= MAXIMUM_ENTITIES
    ) {
      batches.push([entity]);
      members = own;
    } else {
      last.push(entity);
      members += own;
    }
  }
  return batches;
}

function membersOf(entity: ResolvedEntity): number {
  return (
    entity.fields.length + entity.relations.length + entity.inverses.length
  );
}
