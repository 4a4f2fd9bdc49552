import net from 'node:net';
import { UserError } from './report.mjs';

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(port, host, () => {
      const { port: taken } = server.address();
      server.close(() => resolve(taken));
    });
  });
}

/** A port of this machine that nothing listens on. */
export function freePort() {
  return listen(0, '127.0.0.1');
}

/**
 * Makes sure that a port can be used.
 *
 * @param {{ port: number, purpose: string, variable: string }} options
 *   the port, what it is for, and the environment variable that chooses another
 * @throws UserError where something else listens there
 */
export async function requirePort({ port, purpose, variable }) {
  for (const host of ['127.0.0.1', '::']) {
    try {
      await listen(port, host);
    } catch (error) {
      if (error.code === 'EADDRINUSE') {
        throw new UserError(
          `Port ${port} (${purpose}) is in use by another program: stop that program, or choose another port with ${variable}=<port>.`,
        );
      }
      if (error.code === 'EACCES') {
        throw new UserError(
          `Port ${port} (${purpose}) may not be used by this user: choose one above 1023 with ${variable}=<port>.`,
        );
      }
      if (error.code !== 'EAFNOSUPPORT' && error.code !== 'EADDRNOTAVAIL') {
        throw error;
      }
    }
  }
}

/**
 * Waits until an address answers with a success.
 *
 * @param {string} url
 * @param {{ timeoutMs: number, signal?: AbortSignal }} options
 * @throws UserError when the time is over, or whatever aborted the signal
 */
export async function waitForUrl(url, { timeoutMs, signal }) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
    } catch {
      // Not listening yet; the deadline below decides.
    }
    if (Date.now() > end) {
      throw new UserError(
        `${url} did not answer within ${timeoutMs / 1000} s; the logs say why.`,
      );
    }
    await new Promise(resolve => {
      setTimeout(resolve, 300);
    });
  }
}
