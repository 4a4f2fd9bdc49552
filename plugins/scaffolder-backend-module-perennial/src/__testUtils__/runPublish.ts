import { LoggerService } from '@backstage/backend-plugin-api';
import { RetryPolicy } from '../lib/retry/types';
import { GithubAccess, hostOf, publishActionFor } from './publishing';
import { silentLogger } from './silentLogger';

/** All that is needed to run the action, in this process or another. */
export interface PublishJob {
  github: GithubAccess;
  workspacePath: string;
  taskId: string;
  /** `acme/orders` */
  repository: string;
  retry?: Partial<RetryPolicy>;
  /** Where a killed process leaves its temporary files. */
  temporaryFolder?: string;
}

/** Input that makes the action use every call that it knows. */
export function fullInput(job: PublishJob) {
  const [owner, repo] = job.repository.split('/');
  return {
    repoUrl: `${hostOf(job.github)}?owner=${owner}&repo=${repo}`,
    description: 'Takes orders',
    homepage: 'https://orders.acme.example',
    topics: ['orders'],
    access: `${owner}/platform`,
    collaborators: [{ user: 'octocat', access: 'push' }],
    protectDefaultBranch: true,
  };
}

/** Runs the action once, without checkpoints: the worst case. Returns the commit. */
export async function runPublish(
  job: PublishJob,
  signal?: AbortSignal,
  logger: Partial<LoggerService> = {},
): Promise<string> {
  const outputs = new Map<string, unknown>();
  const context = {
    input: fullInput(job),
    workspacePath: job.workspacePath,
    task: { id: job.taskId },
    logger: { ...silentLogger, ...logger },
    signal,
    output: (name: string, value: unknown) => outputs.set(name, value),
    checkpoint: (options: { fn: () => Promise<unknown> }) => options.fn(),
  };
  const action = publishActionFor(job.github, {
    retry: job.retry,
    config: { backend: { workingDirectory: job.temporaryFolder } },
  });
  await action.handler(context as never);
  return String(outputs.get('commitHash'));
}
