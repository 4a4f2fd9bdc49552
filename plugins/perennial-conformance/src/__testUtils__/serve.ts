import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler } from './types';

/** Serves a handler on a free port. */
export async function serve(
  handler: Handler,
): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      handler({
        method: incoming.method ?? 'GET',
        target: incoming.url ?? '/',
        headers: incoming.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      }).then(
        response => {
          outgoing.writeHead(response.status, response.headers);
          outgoing.end(incoming.method === 'HEAD' ? '' : response.body);
        },
        () => outgoing.destroy(),
      );
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
