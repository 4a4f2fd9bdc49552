/*
 * A process that runs one pull request job, to be killed. The job is the first argument.
 */
import { PullRequestJob, runPullRequest } from './runPullRequest';

const job: PullRequestJob = JSON.parse(process.argv[2]);

runPullRequest(job).then(
  outputs => process.stdout.write(`${JSON.stringify(outputs)}\n`),
  error => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
