import type { PullRequest } from '../store/types';
import { html, type Fragment, type Html } from './html';
import { ago } from './layout';
import type { RepositoryPageContext } from './types';

/** Whether a pull request can be merged, and the button for it. */
export function mergeBox(
  { urls, record }: RepositoryPageContext,
  pull: PullRequest,
  mergeable: boolean | null,
): Html {
  const box = (kind: string, content: Fragment) =>
    html`<section class="box padded merge ${kind}" aria-label="Merging">
      ${content}
    </section>`;
  if (pull.mergedAt) {
    return box(
      'merged',
      html`Merged by <strong>${pull.mergedBy ?? 'a push'}</strong> ${ago(
          pull.mergedAt,
        )}
        as
        <a
          class="sha"
          href="${urls.page(
            record.owner,
            record.name,
            'commit',
            pull.mergeCommitSha ?? pull.headSha,
          )}"
          >${(pull.mergeCommitSha ?? pull.headSha).slice(0, 7)}</a
        >.`,
    );
  }
  if (pull.state === 'closed') {
    return box('closed', 'Closed without merging.');
  }
  if (pull.draft) {
    return box('draft', 'A draft: it cannot be merged yet.');
  }
  if (!mergeable) {
    return box(
      'closed',
      html`<strong>This branch has conflicts with ${pull.baseRef}.</strong>
        Merge ${pull.baseRef} into ${pull.headRef}, resolve them, and push.`,
    );
  }
  const { settings } = record;
  return box(
    'open',
    html`<form
      method="post"
      action="${urls.page(
        record.owner,
        record.name,
        'pull',
        String(pull.number),
        'merge',
      )}"
    >
      <p><strong>No conflicts with ${pull.baseRef}.</strong></p>
      <label for="method">Merge method</label>
      <select id="method" name="method">
        ${settings.allow_merge_commit &&
        html`<option value="merge">Merge commit</option>`}
        ${settings.allow_squash_merge &&
        html`<option value="squash">Squash into one commit</option>`}
        ${settings.allow_rebase_merge &&
        html`<option value="rebase">Rebase</option>`}
      </select>
      <input type="hidden" name="sha" value="${pull.headSha}" />
      <button type="submit">Merge pull request</button>
    </form>`,
  );
}
