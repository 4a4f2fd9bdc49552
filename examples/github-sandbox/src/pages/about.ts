import { html, type Html } from './html';
import type { RepositoryPageContext } from './types';

/** What a repository is, and how to get it. Archives are behind the API, which asks for the token where it is private. */
export function about(
  { urls, record }: RepositoryPageContext,
  downloadable: boolean,
): Html {
  const clone = `${urls.page(record.owner, record.name)}.git`;
  return html`<aside class="about">
    <h2>About</h2>
    <p>
      ${record.description ?? html`<span class="quiet">No description</span>`}
    </p>
    ${record.homepage && html`<p class="quiet">${record.homepage}</p>`}
    <p>
      ${record.topics.map(topic => html`<span class="topic">${topic}</span> `)}
    </p>
    <h2>Clone</h2>
    <code class="clone">git clone ${clone}</code>
    ${downloadable &&
    html`<p>
      <a
        href="${urls.api(
          'repos',
          record.owner,
          record.name,
          'zipball',
          record.defaultBranch,
        )}"
        >Download as a ZIP file</a
      >
    </p>`}
  </aside>`;
}
