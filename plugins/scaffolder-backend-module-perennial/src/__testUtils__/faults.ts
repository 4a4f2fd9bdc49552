import { setTimeout as delay } from 'node:timers/promises';
import { Fault, RunningSandbox } from 'github-sandbox';

const WAIT_MS = 30_000;

/** More often than any test calls. */
export const FOREVER = 10_000;

/** A call that an action makes; `R` in its address stands for the repository. */
export type Call = [
  name: string,
  method: string,
  url: RegExp,
  /** How many of the same address come before it. */
  skip?: number,
];

export const SECONDARY_LIMIT = {
  message: 'You have exceeded a secondary rate limit. Please wait a while.',
};

/** What goes wrong once, and is over at the next attempt. */
export const PASSING_FAULTS: [name: string, fault: Fault][] = [
  ['an error of the server', { kind: 'status', status: 500 }],
  ['an error of a proxy', { kind: 'status', status: 502, body: '<html>' }],
  ['done, then an error of a proxy', { kind: 'status-after', status: 504 }],
  [
    'too many requests',
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
  ],
  [
    'a secondary rate limit',
    {
      kind: 'status',
      status: 403,
      headers: { 'retry-after': '0' },
      body: SECONDARY_LIMIT,
    },
  ],
  ['a dropped connection', { kind: 'drop-before' }],
  ['done, then a dropped connection', { kind: 'drop-after' }],
  ['three errors in a row', { kind: 'status', status: 503, times: 3 }],
  ['a slow answer', { kind: 'slow', delayMs: 200 }],
];

/** Makes chosen calls of an action fail. */
export function faultControls(options: {
  calls: Call[];
  github: () => RunningSandbox;
  /** `acme/orders` */
  repository: () => string;
}) {
  const { calls, github, repository } = options;
  const controls = {
    /** The address of a call, for the repository of this test. */
    urlOf(call: string): { method: string; url: RegExp; skip?: number } {
      const found = calls.find(([name]) => name === call);
      if (!found) {
        throw new Error(`There is no call "${call}"`);
      }
      const [, method, url, skip] = found;
      const name = repository().split('/')[1];
      return {
        method,
        url: new RegExp(url.source.replaceAll('R', name)),
        skip,
      };
    },

    /** Arms a fault, or one of those with a name, for a call. */
    strike(call: string, fault: Fault | string): void {
      const { method, url, skip } = controls.urlOf(call);
      const known = PASSING_FAULTS.find(([name]) => name === fault);
      const armed = typeof fault === 'string' ? known?.[1] : fault;
      if (!armed) {
        throw new Error(`There is no fault "${fault}"`);
      }
      github().faults.add({ ...armed, method, path: url, skip });
    },

    /** Resolves once the call has reached GitHub and is being held up there. */
    async reached(call: string): Promise<void> {
      const end = Date.now() + WAIT_MS;
      while (github().faults.pending().length > 0) {
        if (Date.now() > end) {
          throw new Error(`The call "${call}" was not made`);
        }
        await delay(5);
      }
    },
  };
  return controls;
}
