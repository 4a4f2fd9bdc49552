import { spawn } from 'node:child_process';
import type { Request, Response } from 'express';

const HEADER_END = Buffer.from('\r\n\r\n');

/** Where the repository lies, and what was asked of it. */
export interface SmartHttpOptions {
  /** Folder of all bare repositories. */
  root: string;
  /** Path of the bare repository below the root, with a leading slash. */
  repository: string;
  /** Path within the repository, such as `/info/refs`. */
  path: string;
  user?: string;
  environment: Record<string, string>;
  /** Runs when Git has ended, before the client learns of it. */
  afterwards?: () => Promise<void>;
}

function cgiEnvironment(
  request: Request,
  options: SmartHttpOptions,
): Record<string, string> {
  const header = (name: string) => request.get(name) ?? '';
  return {
    ...options.environment,
    GATEWAY_INTERFACE: 'CGI/1.1',
    GIT_PROJECT_ROOT: options.root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `${options.repository}${options.path}`,
    REQUEST_METHOD: request.method,
    QUERY_STRING: request.originalUrl.split('?')[1] ?? '',
    CONTENT_TYPE: header('content-type'),
    // Absent for chunked bodies: then Git reads to the end of its input.
    ...(request.get('content-length') && {
      CONTENT_LENGTH: header('content-length'),
    }),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_ADDR: '127.0.0.1',
    ...(options.user && { REMOTE_USER: options.user }),
  };
}

function sendHead(response: Response, head: string) {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.status(Number(value.split(' ')[0]));
    } else if (colon > 0) {
      response.setHeader(name, value);
    }
  }
}

/**
 * Lets `git http-backend` answer, and resolves when Git has ended: the refs
 * have moved by then, whether or not the client is still there.
 */
export async function serveGit(
  request: Request,
  response: Response,
  options: SmartHttpOptions,
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: cgiEnvironment(request, options),
    shell: false,
  });
  child.stderr.resume();
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  // A client that leaves in the middle of its pack must not leave Git waiting.
  request.on('aborted', () => child.stdin.destroy());

  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    let body = chunk;
    if (head) {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(HEADER_END);
      if (end < 0) {
        return;
      }
      sendHead(response, head.subarray(0, end).toString());
      body = head.subarray(end + HEADER_END.length);
      head = undefined;
    }
    if (body.length > 0 && !response.destroyed && !response.write(body)) {
      child.stdout.pause();
      response.once('drain', () => child.stdout.resume());
    }
  });
  response.on('close', () => child.stdout.resume());

  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  await options.afterwards?.();
  if (head && !response.headersSent) {
    response.status(500).send('git http-backend gave no answer');
  } else {
    response.end();
  }
}
