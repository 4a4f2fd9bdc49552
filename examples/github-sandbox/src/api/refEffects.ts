import type { Git } from '../git/Git';
import { changeRef, isAncestor, listRefs } from '../git/refs';
import type { RepositoryRecord } from '../store/types';
import { timestamp } from './time';

/**
 * What GitHub does after refs have moved, by whatever way: the first branch of
 * an empty repository becomes the default one, pull requests follow their
 * heads, those that lost their branch close, those merged by hand are merged.
 */
export async function afterRefChange(
  draft: RepositoryRecord,
  git: Git,
): Promise<void> {
  draft.pushedAt = timestamp();
  draft.updatedAt = draft.pushedAt;
  const heads = new Map(
    (await listRefs(git, 'refs/heads/')).map(ref => [
      ref.name.slice('refs/heads/'.length),
      ref.sha,
    ]),
  );
  if (heads.size > 0 && !heads.has(draft.defaultBranch)) {
    draft.defaultBranch = [...heads.keys()][0];
    await git.run([
      'symbolic-ref',
      'HEAD',
      `refs/heads/${draft.defaultBranch}`,
    ]);
  }
  for (const pull of draft.pulls.filter(({ state }) => state === 'open')) {
    const head = heads.get(pull.headRef);
    const base = heads.get(pull.baseRef);
    if (!head || !base) {
      pull.state = 'closed';
      pull.closedAt = timestamp();
      continue;
    }
    if (pull.headSha !== head) {
      pull.headSha = head;
      pull.updatedAt = timestamp();
      await changePullRef(git, pull.number, head);
    }
    if (base !== pull.baseSha && (await isAncestor(git, head, base))) {
      pull.state = 'closed';
      pull.closedAt = timestamp();
      pull.mergedAt = pull.closedAt;
      pull.mergeCommitSha = head;
    }
  }
}

/** Points GitHub's read-only ref at the head: it also keeps the commits once the branch is gone. */
export async function changePullRef(
  git: Git,
  number: number,
  sha: string,
): Promise<void> {
  const name = `refs/pull/${number}/head`;
  const [existing] = await listRefs(git, name);
  await changeRef(git, name, { to: sha, expected: existing?.sha });
}
