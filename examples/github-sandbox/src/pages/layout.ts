import type { Urls } from '../api/urls';
import type { RepositoryRecord } from '../store/types';
import { html, type Fragment, type Html } from './html';
import { icons } from './icons';

/** The tab that a page belongs to. */
export type Tab = 'code' | 'commits' | 'pulls';

/** A page before it gets its frame. */
export interface Page {
  title: string;
  body: Html;
  /** Default 200. */
  status?: number;
  /** Pages of a repository have its name and tabs above. */
  record?: RepositoryRecord;
  tab?: Tab;
}

function repositoryHeader(
  urls: Urls,
  record: RepositoryRecord,
  active?: Tab,
): Html {
  const home = urls.page(record.owner, record.name);
  const open = record.pulls.filter(({ state }) => state === 'open').length;
  const tab = (name: Tab, address: string, label: Fragment) =>
    html`<a
      class="tab"
      href="${address}"
      ${name === active ? html` aria-current="page"` : ''}
      >${label}</a
    >`;
  return html` <div class="repository-header">
    <div class="wide">
      <h1 class="repository-name">
        ${icons.book}
        <a href="${urls.page(record.owner)}">${record.owner}</a>
        <span class="quiet">/</span>
        <a href="${home}"><strong>${record.name}</strong></a>
        <span class="pill">${record.visibility}</span>
        ${record.archived && html`<span class="pill">archived</span>`}
      </h1>
      <nav class="tabs" aria-label="Repository">
        ${tab('code', home, [icons.folder, 'Code'])}
        ${tab(
          'commits',
          urls.page(record.owner, record.name, 'commits', record.defaultBranch),
          [icons.commit, 'Commits'],
        )}
        ${tab('pulls', `${home}/pulls`, [
          icons.pull,
          'Pull requests',
          html`<span class="counter">${open}</span>`,
        ])}
      </nav>
    </div>
  </div>`;
}

/** The whole document of a page. */
export function layout(urls: Urls, page: Page): Html {
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · GitHub sandbox</title>
        <link rel="stylesheet" href="${urls.page('_sandbox', 'style.css')}" />
        <link
          rel="icon"
          href="${urls.page('_sandbox', 'avatar', 'sandbox.svg')}"
        />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="site">
          <div class="wide">
            <a class="brand" href="${urls.page('')}"
              >${icons.branch} GitHub sandbox</a
            >
            <span class="pill">local stand-in</span>
            <form class="search" role="search" action="${urls.page('')}">
              <label class="hidden" for="q">Find a repository</label>
              <input
                id="q"
                name="q"
                type="search"
                placeholder="Find a repository"
              />
            </form>
          </div>
        </header>
        ${page.record && repositoryHeader(urls, page.record, page.tab)}
        <main id="main" class="wide">${page.body}</main>
        <footer class="wide quiet">
          Not GitHub: a stand-in on this machine, for trying things out.
        </footer>
      </body>
    </html>`;
}

/** How long ago something was, with the exact moment as a hint. */
export function ago(moment: string): Html {
  const seconds = Math.round((Date.now() - Date.parse(moment)) / 1000);
  const units: [string, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const [unit, size] = units.find(([, each]) => seconds >= each) ?? ['', 1];
  const count = Math.floor(seconds / size);
  const text = unit
    ? `${count} ${unit}${count === 1 ? '' : 's'} ago`
    : 'just now';
  return html`<time datetime="${moment}" title="${moment}">${text}</time>`;
}
