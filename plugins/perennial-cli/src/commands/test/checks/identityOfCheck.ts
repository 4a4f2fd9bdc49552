import { createHash } from 'node:crypto';
import { minimatch } from 'minimatch';
import type { RenderedFile } from '@perennial/plugin-perennial-node';
import type { PreparedCase } from '../run/prepareCases';
import type { Check } from '../types';
import { fillPlaceholders, placeholdersOf } from './placeholders';

/**
 * Everything that decides the outcome of a check that says what it reads: two
 * checks with the same identity have the same outcome. Undefined where it does
 * not say so: then it may read everything.
 */
export function identityOfCheck(
  check: Check,
  prepared: PreparedCase,
): string | undefined {
  if (check.reads === undefined) {
    return undefined;
  }
  const { template, model } = prepared.testCase;
  return digest([
    template.folder,
    model.file,
    model.document,
    check.timeoutSeconds,
    commandOf(check, prepared),
    filesRead(prepared.files, check.reads),
    installationsBefore(check, prepared),
  ]);
}

/** What is there beside the rendered files: made by earlier checks, of the files of their keys. */
function installationsBefore(check: Check, prepared: PreparedCase) {
  return prepared.checks
    .slice(0, prepared.checks.indexOf(check))
    .filter(({ cache }) => cache !== undefined)
    .map(earlier => [
      commandOf(earlier, prepared),
      prepared.files.filter(({ path }) => earlier.cache?.key.includes(path)),
    ]);
}

function commandOf({ run, env }: Check, { testCase }: PreparedCase) {
  const values = placeholdersOf(testCase);
  return [...run, JSON.stringify(env)].map(text =>
    fillPlaceholders(text, values),
  );
}

/** The files that patterns mean: the last pattern that a path matches decides. */
function filesRead(files: RenderedFile[], patterns: string[]) {
  return files.filter(({ path }) =>
    patterns.reduce((isRead, pattern) => {
      const isTaken = pattern.startsWith('!');
      return matches(path, isTaken ? pattern.slice(1) : pattern)
        ? !isTaken
        : isRead;
    }, false),
  );
}

function matches(path: string, pattern: string): boolean {
  return minimatch(path, pattern, { dot: true, nocomment: true });
}

function digest(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
