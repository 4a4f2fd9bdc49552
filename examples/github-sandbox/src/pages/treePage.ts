import { countCommits, listCommits } from '../git/commits';
import {
  cleanPath,
  findEntry,
  listTree,
  readBlob,
  type TreeEntry,
} from '../git/objects';
import { listRefs } from '../git/refs';
import { about } from './about';
import { formatSize } from './formatSize';
import { html, type Html } from './html';
import { icons } from './icons';
import { ago, type Page } from './layout';
import { renderMarkdown } from './markdown';
import { PageError } from './PageError';
import { findRevision, type Revision } from './revision';
import type { RepositoryPageContext } from './types';

/** The way from the top to a path, each part a link. */
export function breadcrumbs(
  { urls, record }: RepositoryPageContext,
  revision: Revision,
): Html {
  const parts = revision.path.split('/').filter(Boolean);
  const address = (depth: number) =>
    urls.page(
      record.owner,
      record.name,
      'tree',
      revision.ref,
      ...parts.slice(0, depth),
    );
  return html`<nav class="crumbs" aria-label="Path">
    <a href="${address(0)}">${record.name}</a>${parts.map(
      (part, index) =>
        html`<span class="quiet"> / </span>${index === parts.length - 1
            ? html`<strong>${part}</strong>`
            : html`<a href="${address(index + 1)}">${part}</a>`}`,
    )}
  </nav>`;
}

/** The branches as a menu that works without scripts. */
async function branchMenu(
  { urls, record, store }: RepositoryPageContext,
  current: string,
): Promise<Html> {
  const refs = await listRefs(store.git(record), 'refs/heads/');
  return html`<details class="menu">
    <summary>
      ${icons.branch}
      <strong
        >${/^[0-9a-f]{40}$/.test(current)
          ? current.slice(0, 7)
          : current}</strong
      >
      <span class="counter">${refs.length}</span>
    </summary>
    <ul class="box rows">
      ${refs.map(({ name }) => {
        const branch = name.slice('refs/heads/'.length);
        return html`<li>
          <a href="${urls.page(record.owner, record.name, 'tree', branch)}"
            >${branch}</a
          >
          ${branch === record.defaultBranch &&
          html`<span class="pill">default</span>`}
        </li>`;
      })}
    </ul>
  </details>`;
}

/** The newest commit of a path, above its files. */
async function lastCommit(
  { urls, record, store }: RepositoryPageContext,
  { commit, path, ref }: Revision,
): Promise<Html> {
  const git = store.git(record);
  const [newest] = await listCommits(git, { from: commit, path, limit: 1 });
  const count = await countCommits(git, { from: commit });
  return html`<div class="last-commit">
    <span
      ><strong>${newest?.author.name}</strong>
      <a
        href="${urls.page(
          record.owner,
          record.name,
          'commit',
          newest?.sha ?? commit,
        )}"
        >${newest?.message.split('\n')[0]}</a
      ></span
    ><span class="quiet"
      >${newest && ago(newest.committer.date)} ·
      <a href="${urls.page(record.owner, record.name, 'commits', ref)}"
        >${count} ${count === 1 ? 'commit' : 'commits'}</a
      ></span
    >
  </div>`;
}

function fileRow(
  { urls, record }: RepositoryPageContext,
  revision: Revision,
  entry: TreeEntry,
): Html {
  const folder = entry.type === 'tree';
  const leaf = entry.mode === '120000' ? icons.link : icons.file;
  const path = [revision.path, entry.path].filter(Boolean).join('/');
  return html`<li>
    <a
      href="${urls.page(
        record.owner,
        record.name,
        folder ? 'tree' : 'blob',
        revision.ref,
        path,
      )}"
      ><span class="${folder ? 'folder' : 'quiet'}"
        >${folder ? icons.folder : leaf}</span
      >
      ${entry.path}${folder && html`<span class="hidden"> (folder)</span>`}</a
    >${entry.size !== undefined &&
    html`<span class="quiet">${formatSize(entry.size)}</span>`}
  </li>`;
}

async function readme(
  context: RepositoryPageContext,
  revision: Revision,
  entries: TreeEntry[],
): Promise<Html | undefined> {
  const { urls, record, store } = context;
  const entry = entries.find(
    ({ path, type }) => type === 'blob' && /^readme(\.md|\.txt)?$/i.test(path),
  );
  if (!entry) {
    return undefined;
  }
  const text = (await readBlob(store.git(record), entry.sha)).toString();
  const folder = (kind: string) =>
    urls.page(
      ...[record.owner, record.name, kind, revision.ref, revision.path].filter(
        Boolean,
      ),
    );
  return html`<section class="box" aria-label="${entry.path}">
    <h2 class="box-title">${icons.book} ${entry.path}</h2>
    <div class="markdown">
      ${renderMarkdown(text, { page: folder('blob'), raw: folder('raw') })}
    </div>
  </section>`;
}

function emptyPage(context: RepositoryPageContext): Page {
  const { urls, record } = context;
  const clone = `${urls.page(record.owner, record.name)}.git`;
  return {
    title: `${record.owner}/${record.name}`,
    record,
    tab: 'code',
    body: html`<div class="columns">
      <section class="box">
        <h2 class="box-title">This repository is empty</h2>
        <pre class="code">
git remote add origin ${clone}
git push origin main</pre
        >
      </section>
      ${about(context, false)}
    </div>`,
  };
}

/** A folder of a repository; at the top with what the repository is about. */
export async function treePage(context: RepositoryPageContext): Promise<Page> {
  const { record, store } = context;
  const git = store.git(record);
  if ((await listRefs(git, 'refs/heads/')).length === 0) {
    return emptyPage(context);
  }
  const revision = await findRevision(context);
  const path = cleanPath(revision.path);
  const folder =
    path === undefined
      ? undefined
      : await findEntry(git, revision.commit, path);
  if (folder?.type !== 'tree') {
    throw new PageError(404, `There is no folder ${revision.path}.`);
  }
  const entries = await listTree(git, folder.sha);
  const ordered = [
    ...entries.filter(({ type }) => type === 'tree'),
    ...entries.filter(({ type }) => type !== 'tree'),
  ];
  const top = revision.path === '';
  const files = html` <div class="toolbar">
      ${await branchMenu(context, revision.ref)}${breadcrumbs(
        context,
        revision,
      )}
    </div>
    <div class="box">
      ${await lastCommit(context, revision)}
      <ul class="rows files">
        ${ordered.map(entry => fileRow(context, revision, entry))}
      </ul>
    </div>
    ${await readme(context, revision, entries)}`;
  return {
    title: top ? `${record.owner}/${record.name}` : revision.path,
    record,
    tab: 'code',
    body: top
      ? html`<div class="columns">
          <div>${files}</div>
          ${about(context, record.visibility === 'public')}
        </div>`
      : files,
  };
}
