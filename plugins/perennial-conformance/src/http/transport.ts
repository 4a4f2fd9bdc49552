import { Agent, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { ClientRequest, Exchange } from './types';

const REQUEST_TIMEOUT_MILLISECONDS = 15_000;
const CHUNK_BYTES = 64 * 1024;

// `fetch` cannot send TRACE, repeated headers, broken UTF-8 or a chosen
// framing, so every request goes through node:http: one path for all.
const agents = {
  plain: new Agent({ keepAlive: true, maxSockets: 32 }),
  tls: new TlsAgent({ keepAlive: true, maxSockets: 32 }),
};

/** Closes the idle connections that earlier requests left open. */
export function closeConnections(): void {
  agents.plain.destroy();
  agents.tls.destroy();
}

interface Failure extends Error {
  code?: string;
  /** The connection had served another request before. */
  reused?: boolean;
}

/** Sends one request and reads the whole answer. */
export async function transport(
  baseUrl: URL,
  request: ClientRequest,
): Promise<Exchange> {
  try {
    return await attempt(baseUrl, request, true);
  } catch (error) {
    // A server may close an idle connection at the moment it is used again: the
    // request was not read, so it is sent once more, on a connection of its own.
    if (isStaleConnection(error)) {
      return attempt(baseUrl, request, false);
    }
    throw error;
  }
}

function isStaleConnection(error: unknown): boolean {
  const { code, reused } = error as Failure;
  return reused === true && ['ECONNRESET', 'EPIPE'].includes(code ?? '');
}

function attempt(
  baseUrl: URL,
  request: ClientRequest,
  pooled: boolean,
): Promise<Exchange> {
  const secure = baseUrl.protocol === 'https:';
  const send = secure ? tlsRequest : httpRequest;
  const body =
    typeof request.body === 'string' ? Buffer.from(request.body) : request.body;
  const headers: Record<string, string | string[]> = { ...request.headers };
  if (body && !request.chunked) {
    headers['Content-Length'] = String(body.length);
  }
  const prefix = baseUrl.pathname.replace(/\/$/, '');
  const started = Date.now();
  return new Promise((resolve, reject) => {
    const outgoing = send({
      protocol: baseUrl.protocol,
      hostname: baseUrl.hostname.replace(/^\[|\]$/g, ''),
      port: baseUrl.port,
      method: request.method,
      path: `${prefix}${request.target}`,
      headers,
      agent: pooled && (secure ? agents.tls : agents.plain),
      timeout: REQUEST_TIMEOUT_MILLISECONDS,
    });
    let answered = false;
    outgoing.on('timeout', () =>
      outgoing.destroy(
        new Error(
          `no answer to ${request.method} ${request.target} within ${
            REQUEST_TIMEOUT_MILLISECONDS / 1000
          } s`,
        ),
      ),
    );
    outgoing.on('error', error => {
      // A server that refuses a large body may answer and stop reading.
      if (!answered) {
        reject(Object.assign(error, { reused: outgoing.reusedSocket }));
      }
    });
    outgoing.on('response', (incoming: IncomingMessage) => {
      answered = true;
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          request,
          url: `${baseUrl.origin}${prefix}${request.target}`,
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          body: parsed(text),
          milliseconds: Date.now() - started,
        });
      });
    });
    if (body && request.chunked) {
      for (let start = 0; start < body.length; start += CHUNK_BYTES) {
        outgoing.write(body.subarray(start, start + CHUNK_BYTES));
      }
    } else if (body) {
      outgoing.write(body);
    }
    outgoing.end();
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
