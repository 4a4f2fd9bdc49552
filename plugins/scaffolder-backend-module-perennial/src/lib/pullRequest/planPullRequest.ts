import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { checkPath } from '@perennial/plugin-perennial-node';
import { resolveInWorkspace } from '../guards/resolveInWorkspace';
import { commitAuthor } from '../repository/commitAuthor';
import {
  checkBranchName,
  parseRepositoryAddress,
} from '../repository/repositoryAddress';
import { PullRequestInput } from './inputProperties';
import { PullRequestPlan } from './types';

const COMMIT_ID = /^[0-9a-f]{40}$/;
/** GitHub's limits. */
const MAXIMUM_TITLE_CHARACTERS = 256;
const MAXIMUM_DESCRIPTION_CHARACTERS = 65_536;

/** Checks the input and fills in the defaults. Touches nothing. */
export function planPullRequest(options: {
  input: PullRequestInput;
  config: Config;
  integrations: ScmIntegrations;
  workspacePath: string;
}): PullRequestPlan {
  const { input, config, integrations, workspacePath } = options;
  const { targetBranchName, baseCommit } = input;
  if (baseCommit !== undefined && !COMMIT_ID.test(baseCommit)) {
    throw new InputError(
      `baseCommit is "${baseCommit}", which is no commit id. Hand over the commitHash of perennial:repository:fetch.`,
    );
  }
  return {
    ...parseRepositoryAddress(input.repoUrl, integrations),
    ...(targetBranchName && {
      target: checkBranchName('targetBranchName', targetBranchName),
    }),
    ...(baseCommit && { baseCommit }),
    branch: checkBranchName('branchName', input.branchName),
    title: checkTitle(input.title),
    description: checkDescription(input.description ?? ''),
    draft: input.draft ?? false,
    commitMessage: input.commitMessage || input.title,
    author: commitAuthor(input, config),
    sourceDirectory: resolveInWorkspace({
      workspacePath,
      input: 'sourcePath',
      value: input.sourcePath,
    }),
    filesToDelete: (input.filesToDelete ?? []).map(checkFile),
    reviewers: input.reviewers ?? [],
    teamReviewers: input.teamReviewers ?? [],
    labels: input.labels ?? [],
  };
}

function checkTitle(title: string): string {
  if (title.trim() === '' || title.length > MAXIMUM_TITLE_CHARACTERS) {
    throw new InputError(
      `title has ${title.length} characters. Give the pull request a title of 1 to ${MAXIMUM_TITLE_CHARACTERS}.`,
    );
  }
  return title;
}

function checkDescription(description: string): string {
  if (description.length > MAXIMUM_DESCRIPTION_CHARACTERS) {
    throw new InputError(
      `description has ${description.length} characters, and GitHub takes ${MAXIMUM_DESCRIPTION_CHARACTERS}. Shorten it.`,
    );
  }
  return description;
}

function checkFile(file: string): string {
  const problem = checkPath(file);
  if (problem) {
    throw new InputError(
      `filesToDelete names "${file}", which ${problem}. Name files of the repository, with slashes.`,
    );
  }
  return file;
}
