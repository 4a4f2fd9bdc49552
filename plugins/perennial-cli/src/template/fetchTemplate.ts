import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { InputError, isError } from '@backstage/errors';
import { type TemplateUrl, parseTemplateUrl } from './parseTemplateUrl';
import type { LocatedTemplate } from './types';

const execute = promisify(execFile);
const TIMEOUT_MILLISECONDS = 120_000;

/** Clones a template's repository into a temporary folder. */
export async function fetchTemplate(
  text: string,
  signal?: AbortSignal,
): Promise<LocatedTemplate> {
  const url = parseTemplateUrl(text);
  const temporary = await mkdtemp(join(tmpdir(), 'perennial-template-'));
  const dispose = () => rm(temporary, { recursive: true, force: true });
  try {
    const clone = join(temporary, 'repository');
    await git(cloneArguments(url, clone), url, signal);
    const commit = await git(['-C', clone, 'rev-parse', 'HEAD'], url, signal);
    return {
      folder: join(clone, url.path),
      source: url.repository.startsWith('file:') ? undefined : text,
      commit: commit.trim(),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function cloneArguments(url: TemplateUrl, clone: string): string[] {
  const branch = url.ref === undefined ? [] : ['--branch', url.ref];
  return [
    ...['clone', '--quiet', '--depth', '1', ...branch],
    ...['--', url.repository, clone],
  ];
}

/** Git without anything that the machine or the repository may have configured to run. */
async function git(
  args: string[],
  url: TemplateUrl,
  signal?: AbortSignal,
): Promise<string> {
  try {
    const { stdout } = await execute(
      'git',
      [
        '-c',
        `core.hooksPath=${devNull}`,
        '-c',
        'core.fsmonitor=false',
        ...args,
      ],
      {
        signal,
        timeout: TIMEOUT_MILLISECONDS,
        env: {
          ...process.env,
          GIT_ALLOW_PROTOCOL: 'https:http:file',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_TERMINAL_PROMPT: '0',
        },
      },
    );
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError(
      `The template's repository ${url.repository} cannot be cloned: ${reasonOf(
        error,
      )}. Check the URL and that you may read it.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (isError(error) && error.code === 'ENOENT') {
    return 'Git is not installed';
  }
  const { stderr } = error as { stderr?: unknown };
  const lines = typeof stderr === 'string' ? stderr.trim().split('\n') : [];
  return (
    lines
      .pop()
      ?.replace(/^(?:fatal|error): /, '')
      .replace(/\.$/, '') || 'Git gave up'
  );
}
