import type { z as zod } from 'zod/v3';
import {
  authorInputs,
  flag,
  repoUrlInput,
  text,
  texts,
  tokenInput,
} from '../repository/inputProperties';

/*
 * The input of `perennial:repository:publish`. Names, types and meanings are
 * those of Backstage's `publish:github`, so that either can stand in a template.
 */

type Zod = typeof zod;

export const publishInput = {
  repoUrl: repoUrlInput,
  description: text('Description of the repository'),
  homepage: text('Homepage of the repository. Default: none'),
  repoVisibility: (z: Zod) =>
    z
      .enum(['private', 'public', 'internal'], {
        description:
          'Who can see the repository; `internal` is for organizations of an enterprise. Default: `private`',
      })
      .optional(),
  defaultBranch: text('Branch that is pushed. Default: `main`'),
  sourcePath: text(
    'Folder of the workspace that becomes the repository. Default: the whole workspace',
  ),
  gitCommitMessage: text(
    'Message of the commit. Default: `scaffolder.defaultCommitMessage` of the app-config, else `Initial commit`',
  ),
  ...authorInputs,
  token: tokenInput,
  topics: texts('Topics of the repository'),
  access: text(
    'Administrator of the repository: a team (`acme/payments`) or a user other than the owner',
  ),
  collaborators: (z: Zod) =>
    z
      .array(
        z.union([
          z.object({
            user: z.string({ description: 'Login of the user' }),
            access: z.string({
              description: 'pull, triage, push, maintain or admin',
            }),
          }),
          z.object({
            team: z.string({ description: 'Slug of the team' }),
            access: z.string({
              description: 'pull, triage, push, maintain or admin',
            }),
          }),
        ]),
        {
          description:
            'Further users and teams with access. One that GitHub refuses is skipped with a warning',
        },
      )
      .optional(),
  protectDefaultBranch: flag(
    'Protect the default branch: changes come as reviewed pull requests, for administrators too. Default: `false`',
  ),
  requiredApprovingReviewCount: (z: Zod) =>
    z
      .number({
        description:
          'Approvals that a pull request to a protected default branch needs. Default: `1`',
      })
      .int()
      .min(0)
      .max(6)
      .optional(),
  requireCodeOwnerReviews: flag(
    'Require the approval of a code owner on a protected default branch. Default: `false`',
  ),
  requiredStatusCheckContexts: texts(
    'Status checks that a protected default branch requires. Default: none',
  ),
  deleteBranchOnMerge: flag(
    'Delete the branch of a pull request once it is merged. Default: `false`',
  ),
  allowMergeCommit: flag('Allow merge commits. Default: `true`'),
  allowSquashMerge: flag('Allow squash merges. Default: `true`'),
  allowRebaseMerge: flag('Allow rebase merges. Default: `true`'),
  allowAutoMerge: flag(
    'Allow pull requests to merge by themselves once all requirements are met. Default: `false`',
  ),
  allowUpdateBranch: flag(
    'Suggest to update the branch of a pull request. Default: `false`',
  ),
  squashMergeCommitTitle: (z: Zod) =>
    z
      .enum(['PR_TITLE', 'COMMIT_OR_PR_TITLE'], {
        description:
          'Title of the commit of a squash merge. Default: `COMMIT_OR_PR_TITLE`',
      })
      .optional(),
  squashMergeCommitMessage: (z: Zod) =>
    z
      .enum(['PR_BODY', 'COMMIT_MESSAGES', 'BLANK'], {
        description:
          'Message of the commit of a squash merge. Default: `COMMIT_MESSAGES`',
      })
      .optional(),
  hasIssues: flag("Switch issues on or off. Default: GitHub's, on"),
  hasProjects: flag("Switch projects on or off. Default: GitHub's, on"),
  hasWiki: flag("Switch the wiki on or off. Default: GitHub's, on"),
};

export const publishOutput = {
  remoteUrl: (z: Zod) =>
    z.string({ description: 'URL to clone the repository from' }),
  repoContentsUrl: (z: Zod) =>
    z.string({
      description:
        'URL of the root of the default branch, for `catalog:register`',
    }),
  commitHash: (z: Zod) =>
    z.string({ description: 'Id of the commit that holds the content' }),
};

type Parsed = {
  [Key in keyof typeof publishInput]: zod.infer<
    ReturnType<(typeof publishInput)[Key]>
  >;
};

/** The input once it is parsed, without the secret in it. */
export type PublishInput = Pick<Parsed, 'repoUrl'> &
  Partial<Omit<Parsed, 'repoUrl' | 'token'>>;
