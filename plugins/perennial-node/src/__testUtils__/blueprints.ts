import { registerBlueprint } from '../blueprint';
import { compareAsts, HAS_PYTHON } from './pythonAst';

/** The blueprint that the tests register. */
export const INVOICE = {
  package: 'admin_server',
  module: 'app_invoice.invoice_api',
  name: 'invoice_api',
};

/** Expects the file to become another one, to hold what Python had read before, and to stay so. */
export async function expectEdit(before: string, after: string) {
  const result = await registerBlueprint(before, INVOICE);
  expect(result).toMatchObject({ outcome: 'added' });
  expect(result.source).toBe(after);
  if (HAS_PYTHON) {
    expect(compareAsts(before, after, INVOICE.name)).toEqual({
      added: true,
      same: true,
    });
  }
  expect(await registerBlueprint(after, INVOICE)).toEqual({
    outcome: 'present',
    source: after,
  });
}

/** Expects the file to be left alone, with a reason. */
export async function expectRefusal(source: string, reason: string) {
  expect(await registerBlueprint(source, INVOICE)).toEqual({
    outcome: 'manual',
    source,
    reason: expect.stringContaining(reason),
    lines: [
      'from admin_server.app_invoice.invoice_api import invoice_api',
      'app.register_blueprint(invoice_api)',
    ],
  });
}
