import { ApiError } from '../api/ApiError';
import { examinePull, mergePull } from '../api/pullOperations';
import { combinedState, latestStatuses } from '../api/statuses';
import { unifiedDiff } from '../git/diff';
import type { MergeMethod } from '../git/merge';
import type { PullRequest } from '../store/types';
import { commitRows } from './commitPages';
import { diffView } from './diffView';
import { html, type Html } from './html';
import { icons } from './icons';
import { ago, type Page } from './layout';
import { renderMarkdown } from './markdown';
import { mergeBox } from './mergeBox';
import { PageError } from './PageError';
import type { RepositoryPageContext } from './types';

function stateOf(pull: PullRequest): string {
  if (pull.mergedAt) {
    return 'merged';
  }
  return pull.state === 'open' && pull.draft ? 'draft' : pull.state;
}

function stateBadge(pull: PullRequest): Html {
  const state = stateOf(pull);
  return html`<span class="badge ${state}">${icons.pull} ${state}</span>`;
}

/** The pull requests: open ones, or with `?state=closed` the others. */
export async function pullsPage({
  record,
  urls,
  query,
}: RepositoryPageContext): Promise<Page> {
  const wanted = query.get('state') === 'closed' ? 'closed' : 'open';
  const address = urls.page(record.owner, record.name, 'pulls');
  const pulls = record.pulls.filter(({ state }) => state === wanted).reverse();
  const filter = (state: string) =>
    html`<a
      class="tab"
      href="${address}?state=${state}"
      ${state === wanted ? html` aria-current="page"` : ''}
      >${state === 'open' ? 'Open' : 'Closed'}
      <span class="counter"
        >${record.pulls.filter(pull => pull.state === state).length}</span
      ></a
    >`;
  return {
    title: `Pull requests of ${record.name}`,
    record,
    tab: 'pulls',
    body: html`<h2 class="hidden">Pull requests</h2>
      <nav class="tabs" aria-label="State">
        ${filter('open')}${filter('closed')}
      </nav>
      ${pulls.length === 0
        ? html`<p class="box empty">No ${wanted} pull requests.</p>`
        : html`<ul class="box rows">
            ${pulls.map(
              pull => html`<li>
                <div>
                  <a
                    class="name"
                    href="${urls.page(
                      record.owner,
                      record.name,
                      'pull',
                      String(pull.number),
                    )}"
                    >${pull.title}</a
                  >
                  ${pull.labels.map(
                    label => html`<span class="topic">${label}</span> `,
                  )}
                  <div class="quiet">
                    #${pull.number} by ${pull.login} · ${ago(pull.createdAt)} ·
                    ${pull.headRef} → ${pull.baseRef}
                  </div>
                </div>
                ${stateBadge(pull)}
              </li>`,
            )}
          </ul>`}`,
  };
}

function pullIn({ record, rest }: RepositoryPageContext): PullRequest {
  const pull = record.pulls.find(({ number }) => String(number) === rest[0]);
  if (!pull) {
    throw new PageError(404, `There is no pull request ${rest[0]}.`);
  }
  return pull;
}

/** A pull request with its text, commits and difference. */
export async function pullPage(context: RepositoryPageContext): Promise<Page> {
  const { record, store } = context;
  const pull = pullIn(context);
  const found = await examinePull(store.git(record), pull);
  const statuses = latestStatuses(record, pull.headSha);
  const comments = record.comments.filter(
    ({ number }) => number === pull.number,
  );
  return {
    title: `${pull.title} · #${pull.number}`,
    record,
    tab: 'pulls',
    body: html` <h2 class="pull-title">
        ${pull.title} <span class="quiet">#${pull.number}</span>
      </h2>
      <p class="pull-summary">
        ${stateBadge(pull)} <strong>${pull.login}</strong> wants to merge
        ${found.commits.length}
        ${found.commits.length === 1 ? 'commit' : 'commits'} into
        <code>${pull.baseRef}</code> from <code>${pull.headRef}</code> ·
        <span class="quiet">${ago(pull.createdAt)}</span> ${pull.labels.map(
          label => html`<span class="topic">${label}</span> `,
        )}
      </p>
      <section class="box" aria-label="Description">
        <div class="markdown">
          ${pull.body
            ? renderMarkdown(pull.body)
            : html`<p class="quiet">No description.</p>`}
        </div>
      </section>
      ${comments.map(
        comment =>
          html`<section class="box">
            <h3 class="box-title">
              ${comment.login}
              <span class="quiet">${ago(comment.createdAt)}</span>
            </h3>
            <div class="markdown">${renderMarkdown(comment.body)}</div>
          </section>`,
      )}
      ${statuses.length > 0 &&
      html`<section class="box padded">
        <h3>Checks: ${combinedState(statuses)}</h3>
        <ul class="rows">
          ${statuses.map(
            status =>
              html`<li>
                <span
                  ><span class="state ${status.state}">${status.state}</span>
                  ${status.context}</span
                ><span class="quiet">${status.description}</span>
              </li>`,
          )}
        </ul>
      </section>`}
      ${mergeBox(context, pull, found.mergeable)}
      <h3>Commits</h3>
      ${commitRows(context, found.commits)}
      <h3>Files changed</h3>
      ${diffView(found.changes)}`,
  };
}

/** The button: merges, and refuses where the head is not the one that was shown. */
export async function mergeAction(
  context: RepositoryPageContext,
  form: { method?: string; sha?: string },
): Promise<void> {
  const { number } = pullIn(context);
  const method = (['merge', 'squash', 'rebase'] as MergeMethod[]).find(
    each => each === form.method,
  );
  try {
    await context.store.update(context.record, (draft, git) =>
      mergePull(context, draft, git, {
        number,
        wish: { method: method ?? 'merge', sha: form.sha },
      }),
    );
  } catch (error) {
    throw error instanceof ApiError
      ? new PageError(error.status, error.message)
      : error;
  }
}

/** `pull/N.diff` and `pull/N.patch`, as text. */
export async function pullDiff(
  context: RepositoryPageContext,
  number: string,
): Promise<string> {
  const pull = pullIn({ ...context, rest: [number] });
  const git = context.store.git(context.record);
  const { from } = await examinePull(git, pull);
  return unifiedDiff(git, from, pull.headSha);
}
