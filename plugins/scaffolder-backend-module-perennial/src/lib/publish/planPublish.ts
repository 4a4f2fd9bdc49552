import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { resolveInWorkspace } from '../guards/resolveInWorkspace';
import { PublishInput } from './inputProperties';
import { markPrefix, taskMark } from './mark';
import { Collaborator, PublishPlan } from './types';

const DEFAULT_BRANCH = 'main';
const DEFAULT_COMMIT_MESSAGE = 'Initial commit';
const DEFAULT_AUTHOR_NAME = 'Scaffolder';
const DEFAULT_AUTHOR_EMAIL = 'scaffolder@backstage.io';

/** GitHub replaces anything else by dashes, which would make another name. */
const REPOSITORY_NAME = /^(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100}$/;
const OWNER_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
/** A safe subset of what Git allows for a branch. */
const BRANCH_NAME =
  /^(?!.*(\.\.|\/\/|\.lock(\/|$)|\.(\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9_./-]*(?<!\/)$/;

/** Checks the input and fills in the defaults. Touches nothing. */
export function planPublish(options: {
  input: PublishInput;
  config: Config;
  integrations: ScmIntegrations;
  workspacePath: string;
  taskId: string;
}): PublishPlan {
  const { input, config, integrations, workspacePath, taskId } = options;
  const { host, owner, repo } = parseRepoUrl(input.repoUrl, integrations);
  if (!integrations.github.byHost(host)) {
    throw new InputError(
      `repoUrl names the host "${host}", which is not a GitHub integration. ` +
        'Choose a host of `integrations.github` in the app-config, or publish with the action for that host.',
    );
  }
  const branch = input.defaultBranch ?? DEFAULT_BRANCH;
  const checkedOwner = check('the owner in repoUrl', owner, OWNER_NAME);
  const portalUrl = config.getString('app.baseUrl');
  return {
    host,
    owner: checkedOwner,
    repo: check('the repository in repoUrl', repo, REPOSITORY_NAME),
    description: input.description ?? '',
    homepage: input.homepage ?? '',
    visibility: input.repoVisibility ?? 'private',
    settings: repositorySettings(input),
    branch: check('defaultBranch', branch, BRANCH_NAME),
    commitMessage:
      input.gitCommitMessage ||
      config.getOptionalString('scaffolder.defaultCommitMessage') ||
      DEFAULT_COMMIT_MESSAGE,
    author: {
      name:
        input.gitAuthorName ||
        config.getOptionalString('scaffolder.defaultAuthor.name') ||
        DEFAULT_AUTHOR_NAME,
      email:
        input.gitAuthorEmail ||
        config.getOptionalString('scaffolder.defaultAuthor.email') ||
        DEFAULT_AUTHOR_EMAIL,
    },
    topics: (input.topics ?? []).map(topic => topic.toLowerCase()),
    collaborators: collaboratorsOf(input, checkedOwner),
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

function check(
  subject: string,
  value: string | undefined,
  pattern: RegExp,
): string {
  if (!value || !pattern.test(value)) {
    throw new InputError(
      `${subject} is "${value ?? ''}", which GitHub does not take as it is. ` +
        'Use letters, digits, dashes, dots and underscores, beginning with a letter or digit.',
    );
  }
  return value;
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
