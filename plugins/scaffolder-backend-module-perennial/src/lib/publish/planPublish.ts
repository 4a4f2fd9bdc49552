import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { resolveInWorkspace } from '../guards/resolveInWorkspace';
import { commitAuthor } from '../repository/commitAuthor';
import {
  checkBranchName,
  parseRepositoryAddress,
} from '../repository/repositoryAddress';
import { PublishInput } from './inputProperties';
import { markPrefix, taskMark } from './mark';
import { Collaborator, PublishPlan } from './types';

const DEFAULT_BRANCH = 'main';
const DEFAULT_COMMIT_MESSAGE = 'Initial commit';

/** Checks the input and fills in the defaults. Touches nothing. */
export function planPublish(options: {
  input: PublishInput;
  config: Config;
  integrations: ScmIntegrations;
  workspacePath: string;
  taskId: string;
}): PublishPlan {
  const { input, config, integrations, workspacePath, taskId } = options;
  const address = parseRepositoryAddress(input.repoUrl, integrations);
  const branch = input.defaultBranch ?? DEFAULT_BRANCH;
  const portalUrl = config.getString('app.baseUrl');
  return {
    ...address,
    description: input.description ?? '',
    homepage: input.homepage ?? '',
    visibility: input.repoVisibility ?? 'private',
    settings: repositorySettings(input),
    branch: checkBranchName('defaultBranch', branch),
    commitMessage:
      input.gitCommitMessage ||
      config.getOptionalString('scaffolder.defaultCommitMessage') ||
      DEFAULT_COMMIT_MESSAGE,
    author: commitAuthor(input, config),
    topics: (input.topics ?? []).map(topic => topic.toLowerCase()),
    collaborators: collaboratorsOf(input, address.owner),
    protection: input.protectDefaultBranch
      ? {
          requiredApprovingReviewCount: input.requiredApprovingReviewCount ?? 1,
          requireCodeOwnerReviews: input.requireCodeOwnerReviews ?? false,
          requiredStatusCheckContexts: input.requiredStatusCheckContexts ?? [],
        }
      : undefined,
    sourceDirectory: resolveInWorkspace({
      workspacePath,
      input: 'sourcePath',
      value: input.sourcePath,
    }),
    mark: taskMark(portalUrl, taskId),
    markPrefix: markPrefix(portalUrl),
  };
}

function repositorySettings(
  input: PublishInput,
): Record<string, boolean | string> {
  const settings: Record<string, boolean | string | undefined> = {
    delete_branch_on_merge: input.deleteBranchOnMerge ?? false,
    allow_merge_commit: input.allowMergeCommit ?? true,
    allow_squash_merge: input.allowSquashMerge ?? true,
    allow_rebase_merge: input.allowRebaseMerge ?? true,
    allow_auto_merge: input.allowAutoMerge ?? false,
    allow_update_branch: input.allowUpdateBranch ?? false,
    squash_merge_commit_title:
      input.squashMergeCommitTitle ?? 'COMMIT_OR_PR_TITLE',
    squash_merge_commit_message:
      input.squashMergeCommitMessage ?? 'COMMIT_MESSAGES',
    has_issues: input.hasIssues,
    has_projects: input.hasProjects,
    has_wiki: input.hasWiki,
  };
  return Object.fromEntries(
    Object.entries(settings).filter(
      (entry): entry is [string, boolean | string] => entry[1] !== undefined,
    ),
  );
}

function collaboratorsOf(input: PublishInput, owner: string): Collaborator[] {
  const further = (input.collaborators ?? []).map<Collaborator>(it => ({
    kind: 'team' in it ? 'team' : 'user',
    name: lastPart('team' in it ? it.team : it.user),
    permission: it.access,
    essential: false,
  }));
  const { access } = input;
  if (!access || access === owner) {
    return further;
  }
  const [organization, team] = access.split('/');
  if (team !== undefined && organization !== owner) {
    throw new InputError(
      `access is "${access}", a team of "${organization}", but the repository belongs to "${owner}". ` +
        `Name a team of that organization ("${owner}/<team>") or a user.`,
    );
  }
  return [
    {
      kind: team === undefined ? 'user' : 'team',
      name: team ?? organization,
      permission: 'admin',
      essential: true,
    },
    ...further,
  ];
}

/** `group:default/payments` and `payments` name the same team. */
function lastPart(reference: string): string {
  return reference.split(/[:/]/).pop() ?? reference;
}
