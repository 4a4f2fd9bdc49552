import { LoggerService } from '@backstage/backend-plugin-api';
import { PullRequestInput } from '../lib/pullRequest/inputProperties';
import { RetryPolicy } from '../lib/retry/types';
import { GithubAccess, hostOf, pullRequestActionFor } from './publishing';
import { silentLogger } from './silentLogger';

/** All that is needed to run the action, in this process or another. */
export interface PullRequestJob {
  github: GithubAccess;
  workspacePath: string;
  /** `acme/orders` */
  repository: string;
  input?: Partial<PullRequestInput>;
  retry?: Partial<RetryPolicy>;
  /** Where a killed process leaves its temporary files. */
  temporaryFolder?: string;
}

/** What the action said of its result. */
export interface PullRequestOutputs {
  remoteUrl: string;
  pullRequestNumber?: number;
  pullRequestState: string;
  targetBranchName: string;
  branch: string;
  commitHash: string;
  unchanged: boolean;
}

/** Runs the action once, without checkpoints: the worst case. */
export async function runPullRequest(
  job: PullRequestJob,
  signal?: AbortSignal,
  logger: Partial<LoggerService> = {},
): Promise<PullRequestOutputs> {
  const [owner, repo] = job.repository.split('/');
  const outputs = new Map<string, unknown>();
  const context = {
    input: {
      repoUrl: `${hostOf(job.github)}?owner=${owner}&repo=${repo}`,
      branchName: 'add-invoices',
      title: 'Add invoices',
      description: 'Invoices are sent each month.',
      reviewers: ['octocat'],
      teamReviewers: ['platform'],
      labels: ['service'],
      ...job.input,
    },
    workspacePath: job.workspacePath,
    task: { id: 'task' },
    logger: { ...silentLogger, ...logger },
    signal,
    output: (name: string, value: unknown) => outputs.set(name, value),
    checkpoint: (options: { fn: () => Promise<unknown> }) => options.fn(),
  };
  const action = pullRequestActionFor(job.github, {
    retry: job.retry,
    config: { backend: { workingDirectory: job.temporaryFolder } },
  });
  await action.handler(context as never);
  return Object.fromEntries(outputs) as unknown as PullRequestOutputs;
}
