import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Propose the files of the workspace to the default branch of a repository.',
    example: yaml.stringify({
      steps: [
        {
          id: 'publish',
          name: 'Open the pull request',
          action: 'perennial:pull-request:publish',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            branchName: 'add-invoices',
            title: 'Add invoices',
          },
        },
      ],
    }),
  },
  {
    description:
      'Change and delete files of a repository that a step before has fetched, and ask for a review.',
    example: yaml.stringify({
      steps: [
        {
          id: 'publish',
          name: 'Open the pull request',
          action: 'perennial:pull-request:publish',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            branchName: 'move-to-node-24',
            title: 'Move to Node 24',
            description: 'Node 20 is at its end.',
            baseCommit: '${{ steps.fetch.output.commitHash }}',
            sourcePath: 'repository',
            filesToDelete: ['.nvmrc'],
            commitMessage: 'Move to Node 24',
            gitAuthorName: 'Acme Platform',
            gitAuthorEmail: 'platform@acme.example',
            reviewers: ['mona'],
            teamReviewers: ['payments'],
            labels: ['maintenance'],
          },
        },
      ],
    }),
  },
];
