/*
 * A process that runs one publish job, to be killed. The job is the first argument.
 */
import { PublishJob, runPublish } from './runPublish';

const job: PublishJob = JSON.parse(process.argv[2]);

runPublish(job).then(
  hash => process.stdout.write(`${hash}\n`),
  error => {
    process.stderr.write(`${error}\n`);
    process.exitCode = 1;
  },
);
