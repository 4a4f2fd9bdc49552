import fs from 'node:fs/promises';
import type { ServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  type PreviewAnswer,
  type PreviewFile,
  previewAnswerSchema,
} from '@perennial/plugin-perennial-common';
import { perennialPlugin } from '../plugin';

/** An answer of the endpoint, whatever it is. */
export interface Answered {
  status: number;
  text: string;
  headers: Headers;
  body: { error?: { name: string; message: string; problems?: unknown[] } };
}

/** A backend with this plugin, and how to ask it. */
export interface RunningPreview {
  ask(body: unknown, options?: AskOptions): Promise<Answered>;
  /** Asks for what must succeed. */
  preview(body: JsonObject, options?: AskOptions): Promise<PreviewAnswer>;
  stop(): Promise<void>;
}

interface AskOptions {
  user?: string;
  signal?: AbortSignal;
}

/** Starts a backend over templates, its folders below `workingDirectory`. */
export async function startPreview(options: {
  entities: Entity[];
  workingDirectory: string;
  limits?: JsonObject;
  config?: JsonObject;
  services?: ServiceFactory[];
}): Promise<RunningPreview> {
  const { workingDirectory, limits = {}, services = [] } = options;
  const data = {
    ...options.config,
    backend: { workingDirectory },
    perennial: { preview: { maximumPerMinute: 1000, ...limits } },
  };
  const backend = await startTestBackend({
    features: [
      perennialPlugin,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.rootConfig.factory({ data }),
      ...services,
    ],
  });
  const ask = async (body: unknown, { user, signal }: AskOptions = {}) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/perennial/preview`,
      {
        method: 'POST',
        headers: {
          authorization: mockCredentials.user.header(user),
          'content-type': 'application/json',
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        signal,
      },
    );
    const { status, headers } = response;
    const text = await response.text();
    return { status, headers, text, body: JSON.parse(text) };
  };
  return {
    ask,
    stop: () => backend.stop(),
    preview: async (body, askOptions) => {
      const answer = await ask(body, askOptions);
      if (answer.status !== 200) {
        throw new Error(`${answer.status}: ${answer.text}`);
      }
      return previewAnswerSchema.parse(answer.body);
    },
  };
}

/** The text of a file of an answer. */
export function textOf(files: PreviewFile[], path: string): string | undefined {
  return files.find(file => file.path === path)?.text;
}

/** A backend that has stopped leaves nothing behind. */
export async function expectNoFolders(folder: string): Promise<void> {
  expect(await fs.readdir(folder)).toEqual([]);
}
