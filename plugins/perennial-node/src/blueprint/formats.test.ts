import { registerBlueprint } from './registerBlueprint';
import { expectEdit, INVOICE } from '../__testUtils__/blueprints';

const PLAIN = `from flask import Flask

from admin_server.app_order.order_api import order_api


def create_app():
    app = Flask(__name__)
    app.register_blueprint(order_api)
    return app
`;

const PLAIN_EDITED = `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.app_order.order_api import order_api


def create_app():
    app = Flask(__name__)
    app.register_blueprint(order_api)
    app.register_blueprint(invoice_api)
    return app
`;

describe('registerBlueprint keeps', () => {
  it('line ends of Windows', async () => {
    await expectEdit(
      PLAIN.replaceAll('\n', '\r\n'),
      PLAIN_EDITED.replaceAll('\n', '\r\n'),
    );
  });

  it('each line end where they are mixed', async () => {
    await expectEdit(
      PLAIN.replace('Flask(__name__)\n', 'Flask(__name__)\r\n').replace(
        '(order_api)\n',
        '(order_api)\r\n',
      ),
      PLAIN_EDITED.replace('Flask(__name__)\n', 'Flask(__name__)\r\n')
        .replace('(order_api)\n', '(order_api)\r\n')
        .replace('(invoice_api)\n', '(invoice_api)\r\n'),
    );
  });

  it('tabs', async () => {
    await expectEdit(
      PLAIN.replaceAll('    ', '\t'),
      PLAIN_EDITED.replaceAll('    ', '\t'),
    );
  });

  it('an indentation of two', async () => {
    await expectEdit(
      PLAIN.replaceAll('    ', '  '),
      PLAIN_EDITED.replaceAll('    ', '  '),
    );
  });

  it('a missing end of the last line', async () => {
    const noReturn = (text: string) => text.replace('    return app\n', '');
    await expectEdit(
      noReturn(PLAIN).trimEnd(),
      noReturn(PLAIN_EDITED).trimEnd(),
    );
    await expectEdit(
      noReturn(PLAIN).trimEnd().replaceAll('\n', '\r\n'),
      noReturn(PLAIN_EDITED).trimEnd().replaceAll('\n', '\r\n'),
    );
  });

  it('comments at the ends', async () => {
    const comment = (text: string) =>
      `${text.replace(
        /\(order_api\)$/m,
        '(order_api)  # ünïcödé 🧾',
      )}# The end`;
    await expectEdit(comment(PLAIN), comment(PLAIN_EDITED));
  });

  it('characters of several bytes, a byte order mark and blanks at line ends', async () => {
    const odd = (text: string) =>
      `\ufeff${text.replace('Flask(__name__)', 'Flask("🧾🧾 Ümläute") \t')}`;
    await expectEdit(odd(PLAIN), odd(PLAIN_EDITED));
  });
});

describe('registerBlueprint places the import', () => {
  it('in the function, where the others are imported there', async () => {
    await expectEdit(
      `from flask import Flask


def create_app():
    app = Flask(__name__)

    # Here, because the services import this module.
    from admin_server.app_order.order_api import order_api
    from admin_server.app_product.product_api import (
        product_api as products,
    )

    app.register_blueprint(order_api)
    app.register_blueprint(products)
    return app
`,
      `from flask import Flask


def create_app():
    app = Flask(__name__)

    # Here, because the services import this module.
    from admin_server.app_invoice.invoice_api import invoice_api
    from admin_server.app_order.order_api import order_api
    from admin_server.app_product.product_api import (
        product_api as products,
    )

    app.register_blueprint(order_api)
    app.register_blueprint(products)
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('after one in parentheses over several lines', async () => {
    await expectEdit(
      `from flask import Flask

from admin_server.services import (  # all of them
    order_api,
    product_api,
)


def create_app():
    app = Flask(__name__)
    app.register_blueprint(product_api); app.register_blueprint(order_api)
    app.register_blueprint(order_api)
    return app
`,
      `from flask import Flask

from admin_server.app_invoice.invoice_api import invoice_api
from admin_server.services import (  # all of them
    order_api,
    product_api,
)


def create_app():
    app = Flask(__name__)
    app.register_blueprint(product_api); app.register_blueprint(order_api)
    app.register_blueprint(order_api)
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('below what has no order', async () => {
    await expectEdit(
      `from flask import Flask
from admin_server.app_product.product_api import product_api
from admin_server.app_order.order_api import order_api
import sentry_sdk


def create_app():
    app = Flask(__name__)
    app.register_blueprint(product_api)
    app.register_blueprint(order_api)
    return app
`,
      `from flask import Flask
from admin_server.app_product.product_api import product_api
from admin_server.app_order.order_api import order_api
from admin_server.app_invoice.invoice_api import invoice_api
import sentry_sdk


def create_app():
    app = Flask(__name__)
    app.register_blueprint(product_api)
    app.register_blueprint(order_api)
    app.register_blueprint(invoice_api)
    return app
`,
    );
  });

  it('in parentheses where the line would be too long', async () => {
    const name = 'purchase_requisition_approval_api';
    const result = await registerBlueprint(PLAIN, {
      ...INVOICE,
      module: `app_purchase_requisition_approval.${name}`,
      name,
    });
    expect(result.source).toContain(
      `import order_api
from admin_server.app_purchase_requisition_approval.${name} import (
    ${name},
)
`,
    );
    expect(result).toMatchObject({ outcome: 'added' });
  });

  it('not at all where it is imported already', async () => {
    const imported = PLAIN.replace(
      'from admin_server.app_order',
      'from admin_server.app_invoice.invoice_api import invoice_api as billing\nfrom admin_server.app_order',
    );
    expect(await registerBlueprint(imported, INVOICE)).toEqual({
      outcome: 'added',
      lines: ['    app.register_blueprint(billing)'],
      source: imported.replace(
        '(order_api)\n',
        '(order_api)\n    app.register_blueprint(billing)\n',
      ),
    });
  });
});

describe('registerBlueprint finds what is registered already', () => {
  const module = 'admin_server.app_invoice.invoice_api';
  it.each([
    [
      `from ${module} import invoice_api`,
      'app.register_blueprint(invoice_api)',
    ],
    [
      `from ${module} import invoice_api as x`,
      'app.register_blueprint(x, url_prefix="/x")',
    ],
    [`from ${module} import api`, 'app.register_blueprint(blueprint=api)'],
    [
      `from .app_invoice.invoice_api import invoice_api`,
      'app.register_blueprint(invoice_api)',
    ],
    [
      `from .app_invoice import invoice_api`,
      'app.register_blueprint(invoice_api.invoice_api)',
    ],
    [
      `from admin_server.app_invoice import invoice_api as m`,
      'app.register_blueprint(m.api)',
    ],
    [`import ${module} as m`, 'app.register_blueprint(m.invoice_api)'],
    [`import ${module}`, `app.register_blueprint(${module}.invoice_api)`],
    [`from ${module} import *`, 'app.register_blueprint(invoice_api)'],
    [
      `from ${module} import invoice_api`,
      'if True:\n        app.register_blueprint(invoice_api)',
    ],
    [
      `from ${module} import invoice_api`,
      'for it in (invoice_api, None):\n        app.register_blueprint(it)',
    ],
    [
      `from ${module} import invoice_api\nALL = [("/i", invoice_api)]`,
      'for prefix, it in ALL:\n        app.register_blueprint(it)',
    ],
    [
      `from ${module} import invoice_api`,
      '[app.register_blueprint(it) for it in [invoice_api]]',
    ],
  ])('%s … %s', async (line, statement) => {
    const source = `from flask import Flask\n${line}\n\ndef create_app():\n    app = Flask(__name__)\n    ${statement}\n    return app\n`;
    expect(await registerBlueprint(source, INVOICE)).toEqual({
      outcome: 'present',
      source,
    });
  });
});
