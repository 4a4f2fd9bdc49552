import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Publish the workspace as a new private repository.',
    example: yaml.stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish the repository',
          action: 'perennial:repository:publish',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            description: 'Takes and tracks orders',
          },
        },
      ],
    }),
  },
  {
    description:
      'Publish one folder of the workspace, visible to everyone, with topics and an author.',
    example: yaml.stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish the repository',
          action: 'perennial:repository:publish',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            description: 'Takes and tracks orders',
            homepage: 'https://orders.acme.example',
            repoVisibility: 'public',
            defaultBranch: 'trunk',
            sourcePath: 'service',
            gitCommitMessage: 'Create the orders service',
            gitAuthorName: 'Acme Platform',
            gitAuthorEmail: 'platform@acme.example',
            topics: ['orders', 'crud'],
          },
        },
      ],
    }),
  },
  {
    description:
      'Publish with the token of the person who runs the template, give a team the repository and protect its default branch.',
    example: yaml.stringify({
      steps: [
        {
          id: 'publish',
          name: 'Publish the repository',
          action: 'perennial:repository:publish',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
            access: 'acme/payments',
            collaborators: [
              { team: 'support', access: 'pull' },
              { user: 'mona', access: 'push' },
            ],
            protectDefaultBranch: true,
            requiredApprovingReviewCount: 2,
            requiredStatusCheckContexts: ['test'],
            deleteBranchOnMerge: true,
          },
        },
      ],
    }),
  },
];
