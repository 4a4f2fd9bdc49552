import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  startSandbox,
  type RunningSandbox,
  type SandboxOptions,
} from '../server';

/** An answer with its body read. */
export interface Answer {
  status: number;
  // The tests state what they expect of a body: it has no one type.
  body: any;
  text: string;
  headers: Headers;
}

/** A sandbox in a folder of its own, and short ways to use it. */
export interface TestSandbox extends RunningSandbox {
  dataDir: string;
  /** Calls the REST API with the token. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Starts again on the same data. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

/** How a call differs from the usual one. */
export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** An empty text sends none. */
  token?: string;
}

/** Starts a sandbox on a free port. */
export async function startTestSandbox(
  options: Partial<SandboxOptions> = {},
): Promise<TestSandbox> {
  const dataDir = await mkdtemp(join(tmpdir(), 'github-sandbox-'));
  let running = await startSandbox({ port: 0, dataDir, ...options });
  const sandbox: TestSandbox = {
    ...running,
    dataDir,
    async call(method, path, { body, headers, token = running.token } = {}) {
      const response = await fetch(`${running.url}/api/v3${path}`, {
        method,
        headers: {
          ...(token && { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('/json');
      return {
        status: response.status,
        text,
        body: json && text ? JSON.parse(text) : undefined,
        headers: response.headers,
      };
    },
    async restart() {
      await running.stop();
      running = await startSandbox({
        ...options,
        dataDir,
        port: Number(new URL(running.url).port),
      });
      Object.assign(sandbox, running);
    },
    async remove() {
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return sandbox;
}
