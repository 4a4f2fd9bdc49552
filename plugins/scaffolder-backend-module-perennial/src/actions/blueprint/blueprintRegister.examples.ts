import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register the blueprint of a new service in create_app().',
    example: yaml.stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the blueprint',
          action: 'perennial:blueprint:register',
          input: {
            path: 'repository/admin_server/app.py',
            package: 'admin_server',
            module: 'app_invoice.invoice_api',
            name: 'invoice_api',
          },
        },
      ],
    }),
  },
  {
    description: 'Register it in a factory of another name.',
    example: yaml.stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the blueprint',
          action: 'perennial:blueprint:register',
          input: {
            path: 'repository/admin_server/app.py',
            package: 'admin_server',
            module: 'app_invoice.invoice_api',
            name: 'invoice_api',
            factory: 'make_admin',
          },
        },
      ],
    }),
  },
];
