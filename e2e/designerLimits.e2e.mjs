import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { asGuest } from './support/session.mjs';

const MODEL = {
  entities: [
    {
      name: 'Book',
      fields: [{ name: 'title', type: 'string', required: true }],
    },
  ],
};

/** Changes what a template says about its model, before the page learns of it. */
async function changeModelProperty(page, change) {
  await page.route('**/parameter-schema', async route => {
    const response = await route.fetch();
    const form = await response.json();
    for (const { schema } of form.steps) {
      Object.assign(schema.properties.model ?? {}, change);
    }
    await route.fulfill({ response, json: form });
  });
}

describe('the designer at its limits', () => {
  it('refuses a paste of 10 MB, says so, and keeps the model', async () => {
    await asGuest({ name: 'large-paste' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Product');
      await designer.waitUntilValid();

      await designer.paste(`# ${'x'.repeat(10 * 1024 * 1024)}`);
      await page.getByText('The text would be larger than 1 MiB').waitFor();
      assert.match(await designer.text(), /name: Product/);
      await designer.waitUntilValid();
    });
  });

  it('shows a model that may not be changed, and lets it pass', async () => {
    await asGuest({ name: 'read-only' }, async ({ page }) => {
      await changeModelProperty(page, { 'ui:readonly': true, default: MODEL });
      const { form, designer } = await openModelStep(page);
      await designer.waitUntilValid();
      assert.ok(await designer.startButton.isDisabled());

      const before = await designer.text();
      await designer.textBox.click();
      await page.keyboard.type('nonsense');
      assert.equal(await designer.text(), before);

      await form.next();
      await form.waitForStep('Repository name');
    });
  });
});
