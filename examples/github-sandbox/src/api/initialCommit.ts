import type { Git } from '../git/Git';
import { writeBlob, writeCommit, writeTree } from '../git/objects';
import { changeRef } from '../git/refs';
import type { Account, RepositoryRecord } from '../store/types';
import { signatureOf } from './signature';

/** What `auto_init` asks for: a first commit with a README. */
export async function commitFirstFiles(
  git: Git,
  record: RepositoryRecord,
  viewer: Account,
): Promise<void> {
  const text = [`# ${record.name}`, record.description].filter(Boolean);
  const sha = await writeBlob(git, Buffer.from(text.join('\n')));
  const tree = await writeTree(git, undefined, [
    { path: 'README.md', mode: '100644', sha },
  ]);
  const author = signatureOf(viewer);
  const commit = await writeCommit(git, {
    tree,
    parents: [],
    author,
    committer: author,
    message: 'Initial commit',
  });
  await changeRef(git, `refs/heads/${record.defaultBranch}`, { to: commit });
}
