import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Fetch the default branch of a repository, to change it by a pull request.',
    example: yaml.stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the repository',
          action: 'perennial:repository:fetch',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            targetPath: 'repository',
          },
        },
      ],
    }),
  },
  {
    description: 'Fetch another branch with the token of the person.',
    example: yaml.stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the repository',
          action: 'perennial:repository:fetch',
          input: {
            repoUrl: 'github.com?owner=acme&repo=orders',
            branch: 'release',
            targetPath: 'repository',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
    }),
  },
];
