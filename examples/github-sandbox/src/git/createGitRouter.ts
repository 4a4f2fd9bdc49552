import {
  Router,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { viewerOf } from '../api/authentication';
import { ApiError } from '../api/ApiError';
import { afterRefChange } from '../api/refEffects';
import type { Sandbox } from '../api/types';
import type { Account } from '../store/types';
import { listRefs } from './refs';
import { serveGit } from './smartHttp';

const GIT_PATH =
  /^\/([A-Za-z0-9._-]+)\/([A-Za-z0-9._-]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

async function answer(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  next: NextFunction,
) {
  const match = GIT_PATH.exec(request.path);
  if (!match) {
    next();
    return;
  }
  const [, owner, name, path] = match;
  // On a connection used before, curl repeats a request that was dropped: then
  // one fault would be none, or the effect would come twice.
  response.set('Connection', 'close');
  const service = request.query.service ?? path.slice(1);
  const writes = service === 'git-receive-pack';
  if (path === '/info/refs' && !writes && service !== 'git-upload-pack') {
    response.status(403).send('Please upgrade your git client.\n');
    return;
  }
  let viewer: Account | undefined;
  try {
    viewer = viewerOf(request, sandbox);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
  }
  const record = sandbox.store.find(owner, name);
  // Without a token nobody learns which repositories exist.
  if (!viewer && (writes || record?.visibility !== 'public')) {
    response
      .status(401)
      .set('WWW-Authenticate', 'Basic realm="GitHub"')
      .send('Repository not found.\n');
    return;
  }
  if (!record) {
    response.status(404).send('Repository not found.\n');
    return;
  }
  if (writes && record.archived) {
    response
      .status(403)
      .send('This repository was archived so it is read-only.\n');
    return;
  }
  const git = sandbox.store.git(record);
  const state = async () => JSON.stringify(await listRefs(git, 'refs/heads/'));
  const moves = path === '/git-receive-pack';
  const before = moves ? await state() : '';
  await serveGit(request, response, {
    root: sandbox.store.root,
    repository: sandbox.store.path(record),
    path,
    user: viewer?.login,
    environment: sandbox.store.gitEnvironment,
    async afterwards() {
      if (moves && (await state()) !== before) {
        await sandbox.store.update(record, afterRefChange);
      }
    },
  });
}

/** Git's smart HTTP protocol for all repositories, at the addresses of their pages. */
export function createGitRouter(sandbox: Sandbox): Router {
  const router = Router();
  router.use((request, response, next) => {
    answer(sandbox, request, response, next).catch(next);
  });
  return router;
}
