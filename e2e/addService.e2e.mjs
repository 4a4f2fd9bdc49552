import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { CatalogPage } from './support/pages/CatalogPage.mjs';
import { ModelDesigner } from './support/pages/ModelDesigner.mjs';
import { PullRequestPage } from './support/pages/PullRequestPage.mjs';
import { TaskPage } from './support/pages/TaskPage.mjs';
import { TemplateForm } from './support/pages/TemplateForm.mjs';
import { withClone } from './support/repository.mjs';
import { asGuest } from './support/session.mjs';
import { testService } from './support/service.mjs';
import {
  ORGANISATION,
  PORTAL_URL,
  uniqueName,
  UPDATES_SCREENSHOTS,
} from './support/settings.mjs';

const INVOICE = `entities:
  - name: Invoice
    description: What a customer owes
    fields:
      - { name: number, type: string, required: true, unique: true, maxLength: 20 }
      - { name: amount, type: decimal, precision: 12, scale: 2, minimum: 0, required: true }
      - { name: status, type: enum, values: [open, paid], default: open }
`;
const FILES = [
  'admin_server/app_invoice/invoice.py',
  'admin_server/app_invoice/invoice_api.py',
  'admin_server/app_invoice/invoice_thread.py',
  'tests/test_invoice.py',
  '.perennial/services/invoice/lineage.yaml',
];

describe('a guest who adds a service to an admin server', () => {
  const name = UPDATES_SCREENSHOTS ? 'back-office' : uniqueName('back-office');
  const title = `${name[0].toUpperCase()}${name.slice(1)}`.replaceAll('-', ' ');
  let repositoryUrl;
  let merged = false;

  it('creates the admin server', async () => {
    await asGuest({ name: 'admin-server' }, async ({ page }) => {
      await TemplateForm.openList(page);
      const form = await TemplateForm.choose(
        page,
        'Admin server: a Flask monolith on MongoDB',
      );
      await form.describeService({
        name,
        description: 'Administers the shop.',
        owner: 'Storefront',
        system: 'shop',
      });
      await form.next();
      await form.passOptions();
      const designer = new ModelDesigner(page);
      await designer.startFromExample('Product');
      await designer.waitUntilValid();
      await form.next();
      await form.waitForStep('Repository name');
      await form.chooseRepository({ organisation: ORGANISATION, name });
      await form.next();
      await page.getByText('Administers the shop.').waitFor();
      await form.create();
      const task = new TaskPage(page);
      await task.waitUntilDone();
      repositoryUrl = await task.repositoryUrl();
    });
  });

  it('opens a pull request, merges it and finds the service in the catalog', async () => {
    assert.ok(repositoryUrl, 'the admin server was not made');
    await asGuest({ name: 'add-service' }, async ({ page, picture }) => {
      const propose = () => proposeInvoices(page, title);
      const task = await propose();
      const pullRequestUrl = await task.pullRequestUrl();

      const pullRequest = new PullRequestPage(page);
      await pullRequest.open(pullRequestUrl);
      await picture('pull-request');
      assert.deepEqual(await pullRequest.changesOf('admin_server/app.py'), [
        'from admin_server.app_invoice.invoice_api import invoice_api',
        '    app.register_blueprint(invoice_api)',
      ]);

      await page.goto(PORTAL_URL);
      const again = await propose();
      assert.equal(await again.pullRequestUrl(), pullRequestUrl);
      const taskUrl = page.url();

      await pullRequest.open(pullRequestUrl);
      await pullRequest.merge();
      merged = true;

      await page.goto(taskUrl);
      await again.openInCatalog();
      const catalog = new CatalogPage(page);
      await catalog.waitForTitle(title);
      await catalog.waitForRelated('Invoices');
      await picture('catalog-subcomponents', { fullPage: true });
      await catalog.openRelated('Invoices');
      await page.getByRole('link', { name: title }).first().waitFor();
    });
  });

  it('has an admin server whose tests pass, those of the new service among them', async () => {
    assert.ok(merged, 'nothing was merged');
    await withClone(repositoryUrl, async folder => {
      for (const file of FILES) {
        await access(path.join(folder, file));
      }
      const application = await readFile(
        path.join(folder, 'admin_server/app.py'),
        'utf8',
      );
      assert.match(
        application,
        /^ {4}app\.register_blueprint\(invoice_api\)$/m,
      );
      await testService(folder);
    });
  });
});

/** Fills in the form of one more service and follows the task. */
async function proposeInvoices(page, monolith) {
  await TemplateForm.openList(page);
  const form = await TemplateForm.choose(
    page,
    'One more service for an admin server',
    { firstField: 'Admin server' },
  );
  await form.pickUnlessChosen('Admin server', monolith);
  await form.pick('Owner', 'Storefront');
  await form.next();
  await form.check('Background tasks');
  await form.next();
  const designer = new ModelDesigner(page);
  await designer.waitUntilReady();
  await designer.write(INVOICE);
  await designer.waitUntilValid();
  await form.next();
  await page.getByText('Storefront').first().waitFor();
  await form.create('Open the pull request');
  const task = new TaskPage(page);
  await task.waitUntilDone();
  return task;
}
