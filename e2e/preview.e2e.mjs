import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import {
  FILES_ARE_THERE,
  PreviewPanel,
} from './support/pages/PreviewPanel.mjs';
import { TableView } from './support/pages/TableView.mjs';
import { asGuest } from './support/session.mjs';

const ENDPOINT = '**/api/perennial/preview';

describe('the preview of a service', () => {
  it('shows its files and its API, and marks what the last edit changed', async () => {
    await asGuest({ name: 'preview' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Product');
      const preview = new PreviewPanel(page);
      await preview.open();
      await preview.waitForStatus(FILES_ARE_THERE);

      await new TableView(page).addField('Product', 9, {
        name: 'weight',
        type: 'number',
      });
      await preview.waitForStatus(/changed by the last edit/);
      await preview.showOnlyChanged();
      assert.ok((await preview.marked('changed')).length > 0);
      const file = await preview.openFile('model.yaml');
      await file.getByText('weight').first().waitFor();

      await preview.openApi();
      const endpoints = await preview.endpointsOf('Products');
      assert.ok(
        endpoints.includes('POST /api/v1/products'),
        endpoints.join('\n'),
      );
    });
  });

  it('may fail without harm to the model, and can be tried again', async () => {
    await asGuest({ name: 'preview-down' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Product');
      await page.route(ENDPOINT, route => route.abort());
      const preview = new PreviewPanel(page);
      await preview.open();
      await preview.root.getByText('The backend cannot be reached').waitFor();
      await designer.waitUntilValid();
      assert.match(await designer.text(), /- name: Product\n/);

      await page.unroute(ENDPOINT);
      await preview.retry();
      await preview.waitForStatus(FILES_ARE_THERE);
    });
  });
});
