import { GraphQLError } from 'graphql';
import { commitOnBranch } from '../api/branchCommit';
import { requiredAccount } from './requiredAccount';
import { afterRefChange } from '../api/refEffects';
import { signatureOf } from '../api/signature';
import { cleanPath, writeBlob, type TreeChange } from '../git/objects';
import { isValidRefName, readRef } from '../git/refs';
import { refNode, type GraphqlContext } from './resolvers';

/** Input of the mutation, as the schema has checked it. */
export interface CreateCommitInput {
  branch: { branchName?: string; repositoryNameWithOwner?: string };
  clientMutationId?: string;
  expectedHeadOid: string;
  fileChanges?: {
    additions: { path: string; contents: string }[];
    deletions: { path: string }[];
  };
  message: { headline: string; body: string };
}

function requirePath(path: string): string {
  const clean = cleanPath(path);
  if (!clean) {
    throw new GraphQLError(`A path was invalid: ${path}`);
  }
  return clean;
}

/** Makes one commit with all the changes, if the branch is where the caller believes. */
export async function createCommitOnBranch(
  context: GraphqlContext,
  input: CreateCommitInput,
) {
  const viewer = requiredAccount(context);
  const [owner, name] = (input.branch.repositoryNameWithOwner ?? '').split('/');
  const branch = (input.branch.branchName ?? '').replace(/^refs\/heads\//, '');
  const record = context.store.find(owner, name ?? '');
  if (!record || !isValidRefName(branch)) {
    throw new GraphQLError('Could not resolve the branch', {
      extensions: { type: 'NOT_FOUND' },
    });
  }
  const sha = await context.store.update(record, async (draft, git) => {
    const tip = await readRef(git, `refs/heads/${branch}`);
    if (tip?.sha !== input.expectedHeadOid) {
      throw new GraphQLError(
        `Expected branch to point to "${
          tip?.sha ?? ''
        }" but it did not. Pull and try again: expectedHeadOid was "${
          input.expectedHeadOid
        }".`,
        { extensions: { type: 'STALE_DATA' } },
      );
    }
    const changes: TreeChange[] = (input.fileChanges?.deletions ?? []).map(
      each => ({ path: requirePath(each.path), removed: true }),
    );
    for (const each of input.fileChanges?.additions ?? []) {
      changes.push({
        path: requirePath(each.path),
        mode: '100644',
        sha: await writeBlob(git, Buffer.from(each.contents, 'base64')),
      });
    }
    const author = signatureOf(viewer);
    const { headline, body } = input.message;
    const made = await commitOnBranch(git, {
      branch,
      changes,
      message: body ? `${headline}\n\n${body}` : headline,
      author,
      committer: author,
    });
    await afterRefChange(draft, git);
    return made;
  });
  return {
    clientMutationId: input.clientMutationId,
    commit: {
      oid: sha,
      url: context.urls.page(record.owner, record.name, 'commit', sha),
    },
    ref: () => refNode(context, record, `refs/heads/${branch}`),
  };
}
