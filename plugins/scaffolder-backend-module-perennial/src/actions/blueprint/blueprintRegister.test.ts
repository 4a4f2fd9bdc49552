import fs from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import yaml from 'yaml';
import { createBlueprintRegisterAction } from './blueprintRegister';
import { examples } from './blueprintRegister.examples';

const APP = `from flask import Flask


def create_app():
    app = Flask(__name__)
    return app


def make_admin():
    admin = Flask("admin")
    return admin
`;

describe('perennial:blueprint:register', () => {
  const workspace = createMockDirectory();
  const file = 'repository/admin_server/app.py';

  beforeEach(() => {
    workspace.setContent({ [file]: APP });
  });

  async function run(input: object) {
    const logger = mockServices.logger.mock();
    const context = {
      ...createMockActionContext({
        workspacePath: workspace.path,
        input: input as never,
      }),
      logger,
    };
    await createBlueprintRegisterAction().handler(context);
    return {
      outputs: Object.fromEntries(jest.mocked(context.output).mock.calls),
      content: await fs.readFile(workspace.resolve(file), 'utf8'),
    };
  }

  const [input, inputWithFactory] = examples.map(
    ({ example }) => yaml.parse(example).steps[0].input,
  );

  it(`${examples[0].description}`, async () => {
    const { outputs, content } = await run(input);
    expect(outputs).toEqual({
      outcome: 'added',
      lines:
        'from admin_server.app_invoice.invoice_api import invoice_api\n    app.register_blueprint(invoice_api)',
      reason: '',
      note: '',
    });
    expect(content).toContain(
      '    app = Flask(__name__)\n    app.register_blueprint(invoice_api)\n    return app\n',
    );
  });

  it(`${examples[1].description}`, async () => {
    const { content } = await run(inputWithFactory);
    expect(content).toContain('    admin.register_blueprint(invoice_api)\n');
  });

  it('changes nothing when it is run again', async () => {
    const first = await run(input);
    const second = await run(input);
    expect(second.content).toBe(first.content);
    expect(second.outputs).toEqual({
      outcome: 'present',
      lines: '',
      reason: '',
      note: '',
    });
  });

  it('leaves a file alone that it does not understand, and says what to do', async () => {
    workspace.setContent({ [file]: 'def create_app(:\n' });
    const { outputs, content } = await run(input);
    expect(content).toBe('def create_app(:\n');
    expect(outputs).toMatchObject({
      outcome: 'manual',
      reason: 'it is no valid Python, from line 1',
    });
    expect(outputs.note).toBe(
      `**The service is not registered yet.** \`app.py\` was left alone, because it is no valid Python, from line 1. Add these lines where they belong:

\`\`\`python
from admin_server.app_invoice.invoice_api import invoice_api
app.register_blueprint(invoice_api)
\`\`\``,
    );
  });

  it.each([
    [{ path: 'repository/none.py' }, 'There is no file "repository/none.py"'],
    [{ path: '../../etc/passwd' }, 'leads out of the workspace'],
    [{ module: 'app-invoice' }, 'is no name in Python'],
    [{ name: '${{ parameters.x }}' }, 'still holds template syntax'],
  ])('refuses %j', async (more, message) => {
    await expect(run({ ...input, ...more })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a file that is not in UTF-8', async () => {
    await fs.writeFile(
      workspace.resolve(file),
      Buffer.from('# coding: latin-1\n# \xe4\n', 'latin1'),
    );
    await expect(run(input)).rejects.toThrow('is not in UTF-8');
  });
});
