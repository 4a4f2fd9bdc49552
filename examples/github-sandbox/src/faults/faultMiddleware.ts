import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { FaultRegistry } from './FaultRegistry';
import type { RequestLog } from './RequestLog';
import type { Fault, LoggedRequest } from './types';

const DEFAULT_DELAY_MS = 1000;

function areaOf(path: string): LoggedRequest['area'] {
  if (path.startsWith('/api/graphql')) {
    return 'graphql';
  }
  if (path.startsWith('/api/')) {
    return 'rest';
  }
  if (/\/(info\/refs|git-upload-pack|git-receive-pack)$/.test(path)) {
    return 'git';
  }
  return path.startsWith('/raw/') ? 'raw' : 'page';
}

function sendStatus(response: Response, fault: Fault) {
  const body = fault.body ?? { message: 'An injected fault' };
  response.status(fault.status ?? 500).set(fault.headers ?? {});
  if (typeof body === 'string') {
    response.send(body);
  } else {
    response.json(body);
  }
}

/** Lets the handler work as usual, but nothing of its answer out; `then` runs when it has ended. */
function swallowAnswer(response: Response, then: () => void) {
  const silent = Object.create(null);
  silent.write = () => true;
  silent.end = () => {
    delete (response as Partial<Response>).write;
    delete (response as Partial<Response>).end;
    then();
    return response;
  };
  Object.assign(response, silent);
  // What the handler has set must not leak into the answer that replaces it.
  response.flushHeaders = () => {};
  response.writeHead = () => response;
}

function strike(
  fault: Fault,
  request: Request,
  response: Response,
  next: NextFunction,
) {
  switch (fault.kind) {
    case 'status':
      // Read the body first: a client still sending would see a reset instead.
      request.resume();
      request.on('end', () => sendStatus(response, fault));
      break;
    case 'status-after':
      swallowAnswer(response, () => {
        delete (response as Partial<Response>).flushHeaders;
        delete (response as Partial<Response>).writeHead;
        for (const name of response.getHeaderNames()) {
          response.removeHeader(name);
        }
        sendStatus(response, fault);
      });
      next();
      break;
    case 'drop-before':
      request.socket.destroy();
      break;
    case 'drop-after':
      swallowAnswer(response, () => request.socket.destroy());
      next();
      break;
    case 'slow':
      setTimeout(next, fault.delayMs ?? DEFAULT_DELAY_MS);
      break;
    default:
      // hang: the client waits until it, or the server's stop, ends it.
      request.resume();
  }
}

/** Logs each request and lets the faults strike. */
export function faultMiddleware(options: {
  faults: FaultRegistry;
  requests: RequestLog;
  log?: (line: string) => void;
}): RequestHandler {
  return (request, response, next) => {
    const [path, query = ''] = request.originalUrl.split('?');
    const started = Date.now();
    const fault = options.faults.take(
      request.method,
      path,
      request.originalUrl,
    );
    response.on('close', () => {
      const entry: LoggedRequest = {
        method: request.method,
        path,
        query,
        area: areaOf(path),
        status: response.headersSent ? response.statusCode : 0,
        startedAt: new Date(started).toISOString(),
        durationMs: Date.now() - started,
        ...(fault && { fault: fault.kind }),
      };
      options.requests.add(entry);
      options.log?.(
        `${entry.method} ${request.originalUrl} ${entry.status || 'dropped'} ${
          entry.durationMs
        } ms${fault ? ` (fault: ${fault.kind})` : ''}`,
      );
    });
    if (fault) {
      strike(fault, request, response, next);
    } else {
      next();
    }
  };
}
