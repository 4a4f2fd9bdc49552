import express, {
  Router,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { readableRepository, viewerOf } from '../api/authentication';
import type { Sandbox } from '../api/types';
import { avatar } from './avatar';
import { blobPage, sendRaw } from './blobPage';
import { commitPage, commitsPage } from './commitPages';
import { homePage } from './homePage';
import { html } from './html';
import { layout, type Page } from './layout';
import { PageError } from './PageError';
import { mergeAction, pullDiff, pullPage, pullsPage } from './pullPages';
import { style } from './style';
import { treePage } from './treePage';
import type {
  PageContext,
  RepositoryPage,
  RepositoryPageContext,
} from './types';

const PAGES: Record<string, RepositoryPage> = {
  tree: treePage,
  blob: blobPage,
  // Nothing is edited here: the portal's "edit" links show the file.
  edit: blobPage,
  commits: commitsPage,
  commit: commitPage,
  pulls: pullsPage,
  pull: pullPage,
};

const CONTENT_SECURITY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function decodePath(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new PageError(404, 'This address cannot be read.');
  }
}

function contextOf(sandbox: Sandbox, request: Request): PageContext {
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  return { ...sandbox, request, query: searchParams };
}

function repositoryContext(
  sandbox: Sandbox,
  request: Request,
  parts: string[],
): RepositoryPageContext {
  const [owner, name, , ...rest] = parts;
  const record = sandbox.store.find(owner, name);
  if (!record) {
    throw new PageError(404, `There is no repository ${owner}/${name}.`);
  }
  return { ...contextOf(sandbox, request), record, rest };
}

/** A form on another site could press the button, too. */
function refuseForeignForms(request: Request) {
  const site = request.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') {
    throw new PageError(403, 'This came from another site.');
  }
}

async function repositoryAnswer(
  sandbox: Sandbox,
  request: Request,
  response: Response,
  parts: string[],
): Promise<Page | undefined> {
  const context = repositoryContext(sandbox, request, parts);
  const [owner, name, kind = 'tree', ...rest] = parts;
  if (request.method === 'POST') {
    refuseForeignForms(request);
    if (kind !== 'pull' || rest[1] !== 'merge') {
      throw new PageError(404, 'There is nothing to send here.');
    }
    await mergeAction(context, request.body);
    response.redirect(303, sandbox.urls.page(owner, name, 'pull', rest[0]));
    return undefined;
  }
  const diff = kind === 'pull' && /^(\d+)\.(diff|patch)$/.exec(rest[0] ?? '');
  if (diff) {
    response.type('text/plain').send(await pullDiff(context, diff[1]));
    return undefined;
  }
  if (kind === 'raw') {
    await sendRaw(context, response);
    return undefined;
  }
  const page = Object.hasOwn(PAGES, kind) ? PAGES[kind] : undefined;
  if (!page) {
    throw new PageError(404, 'There is no such page here.');
  }
  return page(context);
}

async function answer(
  sandbox: Sandbox,
  request: Request,
  response: Response,
): Promise<Page | undefined> {
  const parts = decodePath(request.path);
  if (parts.length === 0) {
    return homePage(contextOf(sandbox, request));
  }
  if (parts[0] === 'raw' && parts.length > 3) {
    const [, owner, repo, ...rest] = parts;
    // For programs: as in the API, a private repository needs the token.
    const viewer = viewerOf(request, sandbox);
    readableRepository({ ...sandbox, viewer, params: { owner, repo } });
    const context = repositoryContext(sandbox, request, [
      owner,
      repo,
      'raw',
      ...rest,
    ]);
    await sendRaw(context, response);
    return undefined;
  }
  if (parts.length === 1) {
    const account = sandbox.accounts.find(parts[0]);
    if (!account) {
      throw new PageError(404, `There is nobody named ${parts[0]}.`);
    }
    return homePage(contextOf(sandbox, request), account.login);
  }
  return repositoryAnswer(sandbox, request, response, parts);
}

/** The pages for people. They show everything: whoever opens them sits at this machine. */
export function createPageRouter(
  sandbox: Sandbox,
  log?: (line: string) => void,
): Router {
  const router = Router();
  const send = (response: Response, page: Page) => {
    response
      .status(page.status ?? 200)
      .set({
        'Content-Security-Policy': CONTENT_SECURITY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'same-origin',
      })
      .type('html')
      .send(layout(sandbox.urls, page).text);
  };
  router.get('/_sandbox/style.css', (_request, response) => {
    response.type('css').send(style);
  });
  router.get('/_sandbox/avatar/:name', (request, response) => {
    response
      .type('svg')
      .send(avatar(request.params.name.replace(/\.svg$/, '')));
  });
  router.use(express.urlencoded({ extended: false }));
  router.use((request, response, next) => {
    answer(sandbox, request, response).then(page => {
      if (page) {
        send(response, page);
      }
    }, next);
  });
  router.use(
    (
      error: Error & { status?: number },
      _request: Request,
      response: Response,
      _next: NextFunction,
    ) => {
      const known = error.status !== undefined;
      if (!known) {
        log?.(`Unexpected error: ${error.stack}`);
      }
      const message = known ? error.message : 'Something went wrong here.';
      send(response, {
        title: message,
        status: error.status ?? 500,
        body: html`<div class="box empty">
          <h1>${message}</h1>
          <p><a href="${sandbox.urls.page('')}">All repositories</a></p>
        </div>`,
      });
    },
  );
  return router;
}
