import {
  Proposal,
  PullRequestBase,
  PullRequestOutcome,
  PullRequestPlan,
} from './types';

const DRY_RUN_COMMIT = '0'.repeat(40);

/** What a run ends with, and how it says so. */
export interface RunOutputs {
  remoteUrl: string;
  pullRequestNumber?: number;
  pullRequestState: PullRequestOutcome['state'] | 'none';
  targetBranchName: string;
  branch: string;
  commitHash: string;
  unchanged: boolean;
  message: string;
}

export function runOutputs(options: {
  plan: PullRequestPlan;
  base: PullRequestBase;
  proposal: Proposal;
  outcome: PullRequestOutcome | null;
}): RunOutputs {
  const { plan, base, proposal, outcome } = options;
  const contained = proposal.kind === 'contained' || outcome === null;
  return {
    remoteUrl: outcome?.url ?? base.htmlUrl,
    ...(outcome && { pullRequestNumber: outcome.number }),
    pullRequestState: outcome?.state ?? 'none',
    targetBranchName: base.target,
    branch: plan.branch,
    commitHash:
      proposal.kind === 'proposed' ? proposal.commitHash : base.commit,
    unchanged: contained || outcome.state !== 'open',
    message: contained
      ? `The branch ${base.target} of ${base.htmlUrl} holds all of this already: there is nothing to propose`
      : describe(outcome),
  };
}

/** What a dry run says: the addresses that GitHub would give. */
export function dryRunOutputs(plan: PullRequestPlan): RunOutputs {
  return {
    remoteUrl: `https://${plan.host}/${plan.owner}/${plan.repo}/pulls`,
    pullRequestState: 'none',
    targetBranchName: plan.target ?? 'main',
    branch: plan.branch,
    commitHash: DRY_RUN_COMMIT,
    unchanged: false,
    message:
      `Dry run: would propose ${plan.sourceDirectory} to ${plan.owner}/${plan.repo} ` +
      `on ${plan.host}, as "${plan.title}" on the branch ${plan.branch}`,
  };
}

function describe(outcome: PullRequestOutcome): string {
  switch (outcome.state) {
    case 'open':
      return outcome.opened
        ? `Opened ${outcome.url}`
        : `${outcome.url} proposes exactly this already`;
    case 'merged':
      return `${outcome.url} proposed exactly this and is merged: it is not opened anew. To propose it again, choose another branchName`;
    default:
      return `${outcome.url} proposed exactly this and is closed: it is not opened anew. Reopen it there, or choose another branchName`;
  }
}
