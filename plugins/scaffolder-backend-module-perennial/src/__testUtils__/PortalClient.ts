import { setTimeout as delay } from 'node:timers/promises';

const WAIT_MS = 90_000;

/** A task that has ended. */
export interface EndedTask {
  status: string;
  output?: { commit: string; entityRef: string };
  log: string;
}

interface TaskEvent {
  body: { message: string; output?: EndedTask['output'] };
}

/** Asks until there is an answer. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const result = await check();
    if (result !== undefined) {
      return result;
    }
    if (Date.now() > end) {
      throw new Error(`Not within ${WAIT_MS / 1000} s: ${what}`);
    }
    await delay(50);
  }
}

/** The backend of a portal, as its page sees it. */
export class PortalClient {
  readonly #url: string;

  constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}/api`;
  }

  async untilReady(): Promise<void> {
    await this.untilEntity('template', 'notes');
  }

  async untilEntity(kind: string, name: string): Promise<void> {
    const path = `/catalog/entities/by-name/${kind}/default/${name}`;
    await until(`${kind} ${name} is in the catalog`, async () => {
      const { status } = await this.#request('GET', path).catch(() => ({
        status: 0,
      }));
      return status === 200 ? true : undefined;
    });
  }

  /** Starts a task of the template with these answers and returns its id. */
  async create(values: object): Promise<string> {
    const { status, body } = await this.#request(
      'POST',
      '/scaffolder/v2/tasks',
      {
        templateRef: 'template:default/notes',
        values,
      },
    );
    if (status !== 201) {
      throw new Error(`No task: ${status} ${JSON.stringify(body)}`);
    }
    return body.id;
  }

  async retry(id: string): Promise<EndedTask> {
    await this.#request('POST', `/scaffolder/v2/tasks/${id}/retry`, {
      secrets: {},
    });
    return await this.ended(id);
  }

  async ended(id: string): Promise<EndedTask> {
    return await until('the task ended', async () => {
      const { status, body } = await this.#request(
        'GET',
        `/scaffolder/v2/tasks/${id}`,
      );
      // A plugin that is still starting answers 503.
      if (status !== 200 || ['open', 'processing'].includes(body.status)) {
        return undefined;
      }
      const events = await this.#request(
        'GET',
        `/scaffolder/v2/tasks/${id}/events`,
      );
      const bodies = (events.body as TaskEvent[]).map(event => event.body);
      return {
        status: body.status,
        output: bodies.find(event => event.output !== undefined)?.output,
        log: bodies.map(event => event.message).join('\n'),
      };
    });
  }

  /** Locations that tasks have registered. */
  async locations(): Promise<string[]> {
    const { body } = await this.#request('GET', '/catalog/locations');
    return (body as { data: { target: string } }[])
      .map(entry => entry.data.target)
      .filter(target => target.startsWith('http'));
  }

  async #request(method: string, path: string, body?: object) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : {} };
  }
}
