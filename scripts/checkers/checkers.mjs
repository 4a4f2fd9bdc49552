import { genericCheckers } from './generic.mjs';
import { githubCheckers } from './github.mjs';
import { kubernetesCheckers } from './kubernetes.mjs';
import { pipelineCheckers } from './pipelines.mjs';
import { shellcheck } from './shell.mjs';

/**
 * A checker names the tools it needs, the files it looks at, and answers its
 * findings as text, or an empty string.
 *
 * @typedef {object} Checker
 * @property {string} name
 * @property {string[]} tools
 * @property {(file: string) => boolean} accepts
 * @property {boolean} [isSlow] it sees only what it accepts, and not twice what it has found clean
 * @property {(context: { folder: string, inputs: string[], tools: Record<string, string> }) => Promise<string>} check
 */

/** @type {Checker[]} */
export const checkers = [
  ...githubCheckers,
  ...pipelineCheckers,
  shellcheck,
  ...kubernetesCheckers,
  ...genericCheckers,
];
