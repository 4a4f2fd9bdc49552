import { listCommits, readCommit, type Commit } from '../git/commits';
import { EMPTY_TREE, listChanges } from '../git/diff';
import { cleanPath } from '../git/objects';
import { resolveCommit } from '../git/refs';
import { diffView } from './diffView';
import { html, type Html } from './html';
import { ago, type Page } from './layout';
import { PageError } from './PageError';
import { findRevision } from './revision';
import type { RepositoryPageContext } from './types';

const PAGE_SIZE = 50;

/** Commits in a box, each with a link. */
export function commitRows(
  { urls, record }: RepositoryPageContext,
  commits: Commit[],
): Html {
  return html`<ul class="box rows">
    ${commits.map(commit => {
      const address = urls.page(
        record.owner,
        record.name,
        'commit',
        commit.sha,
      );
      return html`<li>
        <div>
          <a class="name" href="${address}"
            >${commit.message.split('\n')[0] || '(no message)'}</a
          >
          <div class="quiet">
            ${commit.author.name} · ${ago(commit.committer.date)}
          </div>
        </div>
        <a class="sha" href="${address}">${commit.sha.slice(0, 7)}</a>
      </li>`;
    })}
  </ul>`;
}

/** The history of a branch, or of one path in it. */
export async function commitsPage(
  context: RepositoryPageContext,
): Promise<Page> {
  const { record, store, query, urls } = context;
  const revision = await findRevision(context);
  const path = cleanPath(query.get('path') ?? revision.path) || undefined;
  const page = Math.max(1, Math.floor(Number(query.get('page')) || 1));
  const commits = await listCommits(store.git(record), {
    from: revision.commit,
    path,
    limit: PAGE_SIZE + 1,
    skip: (page - 1) * PAGE_SIZE,
  });
  const address = (number: number) =>
    `${urls.page(
      record.owner,
      record.name,
      'commits',
      revision.ref,
    )}?page=${number}${path ? `&path=${encodeURIComponent(path)}` : ''}`;
  return {
    title: `Commits of ${revision.ref}`,
    record,
    tab: 'commits',
    body: html`<h2>
        Commits of
        ${revision.ref}${path && html` that change <code>${path}</code>`}
      </h2>
      ${commitRows(context, commits.slice(0, PAGE_SIZE))}
      <nav class="pages" aria-label="Pages">
        ${page > 1 && html`<a href="${address(page - 1)}">Newer</a>`}
        ${commits.length > PAGE_SIZE &&
        html`<a href="${address(page + 1)}">Older</a>`}
      </nav>`,
  };
}

/** One commit with its difference to the first parent. */
export async function commitPage(
  context: RepositoryPageContext,
): Promise<Page> {
  const { record, store, urls, rest } = context;
  const git = store.git(record);
  const sha = await resolveCommit(git, rest[0] ?? '');
  if (!sha) {
    throw new PageError(404, `There is no commit ${rest[0]}.`);
  }
  const commit = await readCommit(git, sha);
  const [title, ...text] = commit.message.split('\n');
  const parent = (each: string) =>
    html`<a
      class="sha"
      href="${urls.page(record.owner, record.name, 'commit', each)}"
      >${each.slice(0, 7)}</a
    > `;
  return {
    title,
    record,
    tab: 'commits',
    body: html` <section class="box padded">
        <h2 class="commit-title">${title}</h2>
        ${text.join('\n').trim() &&
        html`<pre class="message">${text.join('\n').trim()}</pre>`}
        <p class="quiet">
          <strong>${commit.author.name}</strong> · ${ago(commit.author.date)} ·
          commit <span class="sha">${sha}</span>${commit.parents.length > 0 &&
          html` · parent ${commit.parents.map(parent)}`}
          ·
          <a href="${urls.page(record.owner, record.name, 'tree', sha)}"
            >Browse files</a
          >
        </p>
      </section>
      ${diffView(
        await listChanges(git, commit.parents[0] ?? EMPTY_TREE, sha),
      )}`,
  };
}
