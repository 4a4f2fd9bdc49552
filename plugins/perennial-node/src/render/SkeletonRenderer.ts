import { InputError } from '@backstage/errors';
import {
  type PreparedTemplateContext,
  TemplateLimitError,
  TemplateRenderError,
  type TemplateRenderLimits,
  type TemplateRenderer,
  type TemplateValue,
  createTemplateRenderer,
} from 'nunjitsu';
import { batchSource, splitBatch } from './batch';
import { FILE_LIMITS, PATH_LIMITS } from './limits';
import type { WhitespaceOptions } from './types';

/** Stands for the `/` of a skeleton path while its parts render. */
const SEPARATOR = '\0';
const POSITION = /^Template error at line \d+(?:, column \d+)?: /;

/** What is being rendered, for messages. */
export interface Subject {
  /** The skeleton file. */
  label: string;
  /** Name of the entity that it is rendered for. */
  entity?: string;
}

/**
 * Nunjitsu as Backstage sets it up for `fetch:template` (same tags, same
 * whitespace options), but for two things: no regular expressions, because one
 * can block the whole process, and no filters beyond the built-in ones, so that
 * what a skeleton gives depends on nothing that a portal has installed.
 */
export class SkeletonRenderer {
  readonly #renderer: TemplateRenderer;
  readonly #whitespace: WhitespaceOptions;

  constructor(options: WhitespaceOptions) {
    this.#whitespace = options;
    this.#renderer = createTemplateRenderer({
      allowRegexExecution: false,
      trimBlocks: options.trimBlocks ?? false,
      lstripBlocks: options.lstripBlocks ?? false,
    });
  }

  prepare(context: Record<string, unknown>): PreparedTemplateContext {
    return this.#renderer.prepareContext(
      context as Record<string, TemplateValue>,
    );
  }

  renderFile(
    text: string,
    context: PreparedTemplateContext,
    subject: Subject,
  ): string {
    return this.#render(text, context, FILE_LIMITS, subject, 'content');
  }

  /**
   * Renders a text for several entities of a batch context, in one go where that
   * gives the same text. Undefined where it has to be done one by one, which is
   * also how an error gets its place.
   */
  renderBatch(
    text: string,
    context: PreparedTemplateContext,
    indexes: number[],
  ): string[] | undefined {
    const source = batchSource(text, indexes, this.#whitespace);
    if (source === undefined) {
      return undefined;
    }
    try {
      return splitBatch(
        this.#renderer.render(source, context, { limits: FILE_LIMITS }),
        indexes.length,
      );
    } catch {
      return undefined;
    }
  }

  /**
   * Renders a path and splits it where the skeleton has a `/`, so that a
   * separator that comes out of a value can be told from one that was written.
   */
  renderPath(
    path: string,
    context: PreparedTemplateContext,
    subject: Subject,
  ): string[] {
    if (!path.includes('{')) {
      return path.split('/');
    }
    return splitPath(
      this.#render(pathSource(path), context, PATH_LIMITS, subject, 'path'),
    );
  }

  #render(
    source: string,
    context: PreparedTemplateContext,
    limits: TemplateRenderLimits,
    subject: Subject,
    part: 'content' | 'path',
  ): string {
    try {
      return this.#renderer.render(source, context, { limits });
    } catch (error) {
      throw new InputError(describe(error, subject, part), error);
    }
  }
}

/** A skeleton path as a template. */
export function pathSource(path: string): string {
  return path.replaceAll('/', SEPARATOR);
}

/** The parts of a rendered `pathSource`. */
export function splitPath(rendered: string): string[] {
  return rendered.split(SEPARATOR);
}

function describe(
  error: unknown,
  subject: Subject,
  part: 'content' | 'path',
): string {
  const place = [
    part === 'path'
      ? `The path of the skeleton file '${subject.label}'`
      : `The skeleton file '${subject.label}'`,
    subject.entity
      ? ` cannot be rendered for the entity '${subject.entity}'`
      : ' cannot be rendered',
    position(error),
  ].join('');
  if (error instanceof TemplateLimitError) {
    return `${place}: it takes more than ${error.configured} ${words(
      error.limit,
    )}. Look for a loop that does not end or a file that should be several.`;
  }
  const reason =
    error instanceof Error ? error.message.replace(POSITION, '') : `${error}`;
  return `${place}: ${reason.replace(/\.$/, '')}. Mend it in the template.`;
}

function position(error: unknown): string {
  const known =
    error instanceof TemplateRenderError || error instanceof TemplateLimitError;
  if (!known || error.line === undefined) {
    return '';
  }
  return error.column === undefined
    ? ` (line ${error.line})`
    : ` (line ${error.line}, column ${error.column})`;
}

function words(limit: string | undefined): string {
  return (limit ?? 'steps').replace(
    /[A-Z]/g,
    letter => ` ${letter.toLowerCase()}`,
  );
}
