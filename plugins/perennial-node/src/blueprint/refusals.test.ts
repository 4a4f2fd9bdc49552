import { registerBlueprint } from './registerBlueprint';
import { expectRefusal, INVOICE } from '../__testUtils__/blueprints';

describe('registerBlueprint leaves a file alone', () => {
  it.each<[string, string, string]>([
    [
      'that is no Python',
      'def create_app(:\n    app = Flask()\n    return app\n',
      'it is no valid Python, from line 1',
    ],
    [
      'with two factories of the name',
      'if DEBUG:\n    def create_app():\n        app = Flask(__name__)\n        return app\nelse:\n    def create_app():\n        app = Flask("x")\n        return app\n',
      'there are 2 functions create_app(), in the lines 2 and 6',
    ],
    [
      'with two makers of another name',
      'def admin():\n    a = Flask("a")\n    return a\n\ndef public():\n    b = Flask("b")\n    return b\n',
      'admin() and public() both make a Flask application',
    ],
    [
      'whose factory is elsewhere',
      'from admin_server.factory import make as create_app\n',
      'create_app is imported from admin_server.factory',
    ],
    [
      'without any factory',
      'app = Flask(__name__)\n',
      'no other that makes a Flask application',
    ],
    ['that is empty', '', 'no other that makes a Flask application'],
    [
      'whose application has no variable',
      'def create_app():\n    return Flask(__name__)\n',
      'which variable of create_app() holds the application cannot be told',
    ],
    [
      'with two applications',
      'def create_app(kind):\n    a = Flask("a")\n    b = Flask("b")\n    return a if kind else b\n',
      'which variable of create_app()',
    ],
    [
      'that makes and returns within one statement',
      'def create_app(kind):\n    if kind:\n        app = Flask("a")\n        return app\n    else:\n        app = Flask("b")\n        return app\n',
      'made and handed back within one statement, in line 2',
    ],
    [
      'whose statements share a line',
      'def create_app():\n    app = Flask("a"); return app\n',
      'shares line 2 with other code',
    ],
    [
      'with two helpers',
      'def one(app):\n    app.register_blueprint(a)\n\ndef two(app):\n    app.register_blueprint(b)\n\ndef create_app():\n    app = Flask("a")\n    one(app)\n    two(app)\n    return app\n',
      'by one() and two()',
    ],
    [
      'in which the name means something else',
      'from invoices import invoice_api\n\ndef create_app():\n    app = Flask("a")\n    return app\n',
      'the name invoice_api means something else already, in line 1',
    ],
    [
      'that uses the blueprint in a way of its own',
      'from admin_server.app_invoice.invoice_api import invoice_api\n\ndef create_app():\n    app = Flask("a")\n    plug_in(app, invoice_api)\n    return app\n',
      'invoice_api is imported already and used in line 5',
    ],
    [
      'of an old Macintosh',
      'def create_app():\r    app = Flask("a")\r    return app\r',
      '',
    ],
  ])('%s', async (_, source, reason) => {
    await expectRefusal(source, reason);
  });

  it.each([
    [{ package: 'admin-server' }, 'admin-server'],
    [{ module: 'app.1' }, '1'],
    [{ name: 'x); import os; (' }, 'x); import os; ('],
    [{ factory: 'create app' }, 'create app'],
  ])('refuses %j', async (options, wrong) => {
    await expect(
      registerBlueprint('', { ...INVOICE, ...options }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`"${wrong}" is no name in Python`),
    });
  });
});
