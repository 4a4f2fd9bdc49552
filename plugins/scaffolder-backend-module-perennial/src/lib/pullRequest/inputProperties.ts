import type { z as zod } from 'zod/v3';
import {
  authorInputs,
  flag,
  existingRepoUrlInput,
  text,
  texts,
  tokenInput,
} from '../repository/inputProperties';

/*
 * The input of `perennial:pull-request:publish`. Where Backstage's
 * `publish:github:pull-request` has the same, name, type and meaning are its.
 */

type Zod = typeof zod;

export const pullRequestInput = {
  repoUrl: existingRepoUrlInput,
  branchName: (z: Zod) =>
    z.string({
      description:
        'Branch of the pull request. A later run finds its work under this name, so let it depend on what is proposed only',
    }),
  title: (z: Zod) => z.string({ description: 'Title of the pull request' }),
  description: text('Text of the pull request, in Markdown. Default: none'),
  targetBranchName: text(
    'Branch to merge into. Default: the default branch of the repository',
  ),
  baseCommit: text(
    'Commit that the folder was filled from: the `commitHash` of `perennial:repository:fetch`. What the folder has as that commit does is no change. Default: the tip of the target branch',
  ),
  sourcePath: text(
    'Folder of the workspace with the files to add and to change; what it does not hold stays as it is. Default: the whole workspace',
  ),
  filesToDelete: texts(
    'Files of the repository to delete, by their paths. Default: none',
  ),
  draft: flag('Open the pull request as a draft. Default: `false`'),
  reviewers: texts('Users to ask for a review. Default: none'),
  teamReviewers: texts(
    'Teams of the organization to ask for a review, by their slugs. Default: none',
  ),
  labels: texts('Labels of the pull request. Default: none'),
  commitMessage: text('Message of the commit. Default: the title'),
  ...authorInputs,
  token: tokenInput,
};

export const pullRequestOutput = {
  remoteUrl: (z: Zod) =>
    z.string({
      description:
        'URL of the pull request; of the repository where there is none',
    }),
  pullRequestNumber: (z: Zod) =>
    z
      .number({
        description: 'Number of the pull request, where there is one',
      })
      .optional(),
  pullRequestState: (z: Zod) =>
    z.enum(['open', 'merged', 'closed', 'none'], {
      description:
        'State of the pull request. A merged or closed one of the same content is found and not opened anew; `none`: there was nothing to propose',
    }),
  targetBranchName: (z: Zod) =>
    z.string({ description: 'Branch to merge into' }),
  branch: (z: Zod) => z.string({ description: 'Branch of the pull request' }),
  commitHash: (z: Zod) =>
    z.string({
      description:
        'Commit that holds the content; the base where there was nothing to propose',
    }),
  unchanged: (z: Zod) =>
    z.boolean({
      description:
        'There is nothing to review: the target branch holds the content already, or its pull request is merged or closed',
    }),
};

type Parsed = {
  [Key in keyof typeof pullRequestInput]: zod.infer<
    ReturnType<(typeof pullRequestInput)[Key]>
  >;
};

/** The input once it is parsed, without the secret in it. */
export type PullRequestInput = Pick<
  Parsed,
  'repoUrl' | 'branchName' | 'title'
> &
  Partial<Omit<Parsed, 'repoUrl' | 'branchName' | 'title' | 'token'>>;
