import { html, type Html } from './html';
import { icons } from './icons';
import { ago, type Page } from './layout';
import type { PageContext } from './types';

/** All repositories by owner, or those that a search finds. */
export async function homePage(
  context: PageContext,
  onlyOwner?: string,
): Promise<Page> {
  const { accounts, store, urls } = context;
  const search = (context.query.get('q') ?? '').trim();
  const found = store
    .list()
    .filter(
      record =>
        (!onlyOwner || record.owner === onlyOwner) &&
        `${record.owner}/${record.name} ${
          record.description ?? ''
        } ${record.topics.join(' ')}`
          .toLowerCase()
          .includes(search.toLowerCase()),
    );
  const owners = accounts
    .list()
    .filter(
      ({ login, type }) =>
        found.some(({ owner }) => owner === login) ||
        (!search &&
          (login === onlyOwner || (type === 'Organization' && !onlyOwner))),
    );
  const section = (login: string): Html => {
    const records = found.filter(({ owner }) => owner === login);
    return html` <section aria-labelledby="owner-${login}">
      <h2 id="owner-${login}" class="owner">
        <img
          src="${urls.page('_sandbox', 'avatar', `${login}.svg`)}"
          alt=""
          width="28"
          height="28"
        />
        <a href="${urls.page(login)}">${login}</a>
        <span class="counter">${records.length}</span>
      </h2>
      ${records.length === 0
        ? html`<p class="box empty">
            No repositories yet. Those that the portal publishes appear here.
          </p>`
        : html`<ul class="box rows">
            ${records.map(
              record => html`<li class="repository">
                <div>
                  <a class="name" href="${urls.page(record.owner, record.name)}"
                    >${icons.book} ${record.name}</a
                  >
                  ${record.visibility !== 'public' &&
                  html`<span class="pill">${record.visibility}</span>`}
                  ${record.description &&
                  html`<p class="quiet">${record.description}</p>`}
                  ${record.topics.map(
                    topic => html`<span class="topic">${topic}</span> `,
                  )}
                </div>
                <span class="quiet">${ago(record.pushedAt)}</span>
              </li>`,
            )}
          </ul>`}
    </section>`;
  };
  return {
    title: onlyOwner ?? 'Repositories',
    body: html` <h1>
        ${search
          ? html`Repositories with “${search}”`
          : onlyOwner ?? 'Repositories'}
      </h1>
      ${owners.map(({ login }) => section(login))}
      ${owners.length === 0 &&
      html`<p class="box empty">
        Nothing found. <a href="${urls.page('')}">Show all repositories</a>
      </p>`}`,
  };
}
