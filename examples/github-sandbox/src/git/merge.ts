import { listCommits, readCommit } from './commits';
import { Git } from './Git';
import { writeCommit, type Signature } from './objects';

/** How a pull request's commits get onto its base. */
export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** The tree of two commits merged, or undefined where they conflict. */
export async function mergeTrees(
  git: Git,
  ours: string,
  theirs: string,
): Promise<string | undefined> {
  const { stdout, exitCode } = await git.run(
    ['merge-tree', '--write-tree', '--allow-unrelated-histories', ours, theirs],
    { exitCodes: [0, 1] },
  );
  return exitCode === 0 ? stdout.toString().split('\n')[0] : undefined;
}

/**
 * The tree of a commit's change applied elsewhere. Git 2.39 has no
 * `merge-tree --merge-base`, so both sides get a common parent made for it.
 */
async function pickTree(
  git: Git,
  commit: { tree: string; parentTree: string },
  ontoTree: string,
): Promise<string | undefined> {
  const nobody = {
    name: 'GitHub Sandbox',
    email: 'sandbox@localhost',
    date: '2000-01-01T00:00:00Z',
  };
  const make = (tree: string, parents: string[]) =>
    writeCommit(git, {
      tree,
      parents,
      author: nobody,
      committer: nobody,
      message: '',
    });
  const root = await make(commit.parentTree, []);
  return mergeTrees(
    git,
    await make(ontoTree, [root]),
    await make(commit.tree, [root]),
  );
}

/** Makes the commit that the base should point at afterwards; undefined where there is a conflict. */
export async function makeMerge(
  git: Git,
  options: {
    method: MergeMethod;
    base: string;
    head: string;
    message: string;
    author: Signature;
    committer: Signature;
  },
): Promise<string | undefined> {
  const { base, head, author, committer, message } = options;
  if (options.method === 'rebase') {
    return rebase(git, base, head, committer);
  }
  const tree = await mergeTrees(git, base, head);
  return (
    tree &&
    writeCommit(git, {
      tree,
      parents: options.method === 'merge' ? [base, head] : [base],
      author,
      committer,
      message,
    })
  );
}

async function rebase(
  git: Git,
  base: string,
  head: string,
  committer: Signature,
): Promise<string | undefined> {
  const commits = await listCommits(git, {
    from: head,
    except: base,
    oldestFirst: true,
  });
  let tip = await readCommit(git, base);
  for (const commit of commits.filter(({ parents }) => parents.length === 1)) {
    const parent = await readCommit(git, commit.parents[0]);
    const tree = await pickTree(
      git,
      { tree: commit.tree, parentTree: parent.tree },
      tip.tree,
    );
    if (!tree) {
      return undefined;
    }
    const sha = await writeCommit(git, {
      tree,
      parents: [tip.sha],
      author: commit.author,
      committer,
      message: commit.message,
    });
    tip = await readCommit(git, sha);
  }
  return tip.sha;
}
