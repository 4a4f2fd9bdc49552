import { Buffer } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EntityBatch, cutBatches } from './EntityBatch';
import { PathPlan } from './PathPlan';
import { type ContextSources, RenderContexts } from './RenderContexts';
import type { RecordPaths } from './recordPaths';
import { SkeletonRenderer } from './SkeletonRenderer';
import {
  type SkeletonContent,
  type SkeletonFile,
  readSkeletonFile,
} from './skeleton';
import type { RenderProgress, RenderedFile, WhitespaceOptions } from './types';

/** Files between two looks at the abort signal and at other work of the process. */
const FILES_A_TURN = 32;

/** @internal */
export interface SkeletonOptions extends WhitespaceOptions, ContextSources {
  files: SkeletonFile[];
  /** Where the engine itself writes. */
  records: RecordPaths;
  write(path: string, content: Buffer, executable: boolean): RenderedFile;
  signal?: AbortSignal;
  onProgress?: (progress: RenderProgress) => void;
}

/** One render: what it has written so far, and how far it is. */
export class SkeletonRun {
  readonly files: RenderedFile[] = [];
  readonly #options: SkeletonOptions;
  readonly #renderer: SkeletonRenderer;
  readonly #contexts: RenderContexts;
  readonly #paths: PathPlan;
  readonly #total: number;
  #done = 0;

  constructor(options: SkeletonOptions) {
    this.#options = options;
    this.#paths = new PathPlan(options.records);
    this.#renderer = new SkeletonRenderer(options);
    this.#contexts = new RenderContexts(this.#renderer, options);
    const perEntity = options.files.filter(file => file.perEntity).length;
    this.#total =
      options.files.length + perEntity * (options.model.entities.length - 1);
  }

  async renderFile(file: SkeletonFile): Promise<void> {
    const context = this.#contexts.shared();
    const subject = { label: file.label };
    const path = this.#paths.take(
      this.#renderer.renderPath(file.path, context, subject),
      subject,
    );
    if (path !== undefined) {
      const content = await readSkeletonFile(file);
      const bytes =
        content.kind === 'verbatim'
          ? content.bytes
          : Buffer.from(
              this.#renderer.renderFile(
                content.text,
                content.mentionsOpenApi
                  ? this.#contexts.withOpenApi(context)
                  : context,
                subject,
              ),
            );
      this.#write(path, bytes, file);
    }
    await this.#step();
  }

  async renderEntities(files: SkeletonFile[]): Promise<void> {
    if (files.length === 0) {
      return;
    }
    const contents: SkeletonContent[] = [];
    for (const file of files) {
      contents.push(await readSkeletonFile(file));
    }
    for (const entities of cutBatches(this.#options.model.entities)) {
      const batch = new EntityBatch(this.#renderer, this.#contexts, entities);
      for (const [index, file] of files.entries()) {
        await this.#renderBatch(batch, file, contents[index]);
      }
    }
  }

  async #renderBatch(
    batch: EntityBatch,
    file: SkeletonFile,
    content: SkeletonContent,
  ): Promise<void> {
    const wanted: { index: number; path: string }[] = [];
    for (const [index, segments] of batch.renderPaths(file).entries()) {
      const path = this.#paths.take(segments, {
        label: file.label,
        entity: batch.entities[index].name,
      });
      if (path !== undefined) {
        wanted.push({ index, path });
      }
    }
    const texts =
      content.kind === 'template'
        ? batch.renderFiles(
            file,
            content,
            wanted.map(({ index }) => index),
          )
        : undefined;
    for (const [position, { path }] of wanted.entries()) {
      const bytes =
        content.kind === 'verbatim'
          ? content.bytes
          : Buffer.from(texts?.[position] ?? '');
      this.#write(path, bytes, file);
      await this.#step();
    }
    this.#done += batch.entities.length - wanted.length;
  }

  #write(path: string, bytes: Buffer, file: SkeletonFile): void {
    this.files.push(this.#options.write(path, bytes, file.executable));
  }

  async #step(): Promise<void> {
    this.#done += 1;
    this.#options.onProgress?.({ done: this.#done, total: this.#total });
    if (this.#done % FILES_A_TURN === 0) {
      await nextTurn();
      this.#options.signal?.throwIfAborted();
    }
  }
}
