import express, { Router } from 'express';
import type { FaultRegistry } from './FaultRegistry';
import type { RequestLog, RequestFilter } from './RequestLog';

/**
 * Faults and the request log for other processes, to be mounted at
 * `/_sandbox`. A path that starts and ends with a slash, as in
 * `/pulls$/`, is a pattern.
 */
export function createAdminRouter(options: {
  faults: FaultRegistry;
  requests: RequestLog;
}): Router {
  const { faults, requests } = options;
  const router = Router();
  router.use(express.json());

  router.get('/faults', (_request, response) => {
    response.json(
      faults.pending().map(fault => ({
        ...fault,
        ...(fault.path && { path: String(fault.path) }),
      })),
    );
  });
  router.post('/faults', (request, response) => {
    try {
      const { path } = request.body;
      const pattern = /^\/(.+)\/([ims]*)$/.exec(String(path ?? ''));
      const id = faults.add({
        ...request.body,
        // An address such as /a/b/ has no reason to be struck: it is a pattern.
        path: pattern ? new RegExp(pattern[1], pattern[2]) : path,
      });
      response.status(201).json({ id });
    } catch (error) {
      response.status(400).json({ message: String(error) });
    }
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    faults.remove(Number(request.params.id));
    response.status(204).end();
  });

  router.get('/requests', (request, response) => {
    const { method, path, area } = request.query as Record<string, string>;
    response.json(requests.list({ method, path, area } as RequestFilter));
  });
  router.delete('/requests', (_request, response) => {
    requests.clear();
    response.status(204).end();
  });
  return router;
}
