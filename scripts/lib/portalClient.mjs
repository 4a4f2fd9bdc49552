import { UserError } from './report.mjs';

const ENDED = new Set(['completed', 'failed', 'cancelled']);

/** Talks to a running portal as its page does, signed in as the guest. */
export class PortalClient {
  #url;
  #token;

  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  /** @param {string} url the portal's base URL */
  static async signIn(url) {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw new UserError(
        `Guest sign-in at ${url} answered ${response.status}.`,
      );
    }
    const { backstageIdentity } = await response.json();
    return new PortalClient(url, backstageIdentity.token);
  }

  /** Answers the JSON of a request; a 404 answers undefined. */
  async request(method, path, body) {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new UserError(
        `${method} ${path} answered ${response.status}: ${text}`,
      );
    }
    return text ? JSON.parse(text) : {};
  }

  /** Starts a scaffolder task and answers its id. */
  async createTask(templateRef, values) {
    const { id } = await this.request('POST', '/api/scaffolder/v2/tasks', {
      templateRef,
      values,
    });
    return id;
  }

  /** Waits until a task has ended and answers it, with its log. */
  async waitForTask(id, { timeoutMs = 120_000 } = {}) {
    const task = await this.waitFor(
      `task ${id} to end`,
      async () => {
        const state = await this.request(
          'GET',
          `/api/scaffolder/v2/tasks/${id}`,
        );
        return ENDED.has(state?.status) ? state : undefined;
      },
      timeoutMs,
    );
    const events = await this.request(
      'GET',
      `/api/scaffolder/v2/tasks/${id}/events`,
    );
    return { ...task, log: events.map(event => event.body.message).join('\n') };
  }

  /** Answers a catalog entity, or undefined. */
  entity(kind, name) {
    return this.request(
      'GET',
      `/api/catalog/entities/by-name/${kind}/default/${encodeURIComponent(
        name,
      )}`,
    );
  }

  /** Asks again and again until there is an answer. */
  async waitFor(what, ask, timeoutMs = 60_000) {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
      if (Date.now() > end) {
        throw new UserError(`Waited ${timeoutMs / 1000} s for ${what}.`);
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }
}
