import type { OptionValue, TestCase } from '../types';

/** `auth=jwt kubernetes=true`. */
export function optionsText(options: Record<string, OptionValue>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** A case as `--list` prints it and `--only` looks at it. */
export function caseText({ name, options }: TestCase): string {
  return `${name} ${optionsText(options)}`.trimEnd();
}

export function secondsText(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
