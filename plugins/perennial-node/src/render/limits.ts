import type { TemplateRenderLimits } from 'nunjitsu';

/**
 * Work that one file may take: about ten times what a model of 500 entities or an
 * entity of 200 fields needs. A million steps take one second or less, and while
 * they run the process does nothing else.
 */
export const FILE_LIMITS: TemplateRenderLimits = {
  sourceCodeUnits: 1024 * 1024,
  astNodes: 250_000,
  workUnits: 1_000_000,
  nestingDepth: 256,
  outputCodeUnits: 64 * 1024 * 1024,
  scratchBytes: 64 * 1024 * 1024,
  capabilityCalls: 0,
};

/** Work that one path may take. */
export const PATH_LIMITS: TemplateRenderLimits = {
  sourceCodeUnits: 8 * 1024,
  astNodes: 2_000,
  workUnits: 20_000,
  nestingDepth: 64,
  outputCodeUnits: 8 * 1024,
  scratchBytes: 1024 * 1024,
  capabilityCalls: 0,
};

/** Largest skeleton file, text or binary. */
export const MAXIMUM_FILE_BYTES = 32 * 1024 * 1024;
/** Files in all skeleton layers together. */
export const MAXIMUM_SKELETON_FILES = 10_000;
/** Folders within folders in a skeleton. */
export const MAXIMUM_SKELETON_DEPTH = 32;
/** Files that one render may write. */
export const MAXIMUM_RENDERED_FILES = 200_000;
