import { InputError } from '@backstage/errors';
import { GithubClient } from '../github/GithubClient';
import { PublishPlan } from './types';

export type OwnerKind = 'organization' | 'user';

/**
 * Makes sure, before anything is created, that the owner exists, that the
 * token creates repositories there and nowhere else, and that those who are to
 * administer the repository exist.
 */
export async function checkOwner(options: {
  plan: PublishPlan;
  github: GithubClient;
  signal?: AbortSignal;
}): Promise<OwnerKind> {
  const { plan, github, signal } = options;
  const owner = await github.request<{ type?: string }>({
    method: 'GET',
    path: `/users/${plan.owner}`,
    accept: [404],
    signal,
  });
  if (owner.status === 404) {
    throw new InputError(
      `The owner "${plan.owner}" in repoUrl is neither an organization nor a user of ${plan.host}. Check its spelling.`,
    );
  }
  const kind = owner.data.type === 'Organization' ? 'organization' : 'user';
  if (kind === 'user') {
    await checkPersonalAccount(options);
  }
  for (const collaborator of plan.collaborators.filter(it => it.essential)) {
    const path =
      collaborator.kind === 'team'
        ? `/orgs/${plan.owner}/teams/${encodeURIComponent(collaborator.name)}`
        : `/users/${encodeURIComponent(collaborator.name)}`;
    const found = await github.request({
      method: 'GET',
      path,
      accept: [404],
      signal,
    });
    if (found.status === 404) {
      throw new InputError(
        `The ${collaborator.kind} "${collaborator.name}" in access is not known on ${plan.host}, or the ` +
          'token may not see it. Check its spelling, or leave access out.',
      );
    }
  }
  return kind;
}

/** `POST /user/repos` creates in the account of the token, whatever the owner asked for. */
async function checkPersonalAccount(options: {
  plan: PublishPlan;
  github: GithubClient;
  signal?: AbortSignal;
}): Promise<void> {
  const { plan, github, signal } = options;
  if (plan.visibility === 'internal') {
    throw new InputError(
      `repoVisibility "internal" is for organizations, and "${plan.owner}" is a user. Choose private or public.`,
    );
  }
  const { data } = await github.request<{ login?: string }>({
    method: 'GET',
    path: '/user',
    signal,
  });
  if (data.login?.toLowerCase() !== plan.owner.toLowerCase()) {
    throw new InputError(
      `The token belongs to "${data.login}" and cannot create a repository for the user "${plan.owner}". ` +
        'Choose an organization as the owner, or hand over the token of that user.',
    );
  }
}
