import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillUpToModel, openModelStep } from './support/modelStep.mjs';
import { ModelDesigner } from './support/pages/ModelDesigner.mjs';
import { asGuest } from './support/session.mjs';

const TEMPLATE = 'Express service on PostgreSQL';

const modelOf = name => `# Written by hand
entities:
  - name: ${name}
    fields:
      - { name: title, type: string, required: true }
`;

/** Signs the browser in as somebody else from the next loading of the page on. */
async function becomeSomebodyElse(page) {
  await page.route('**/api/auth/guest/refresh*', async route => {
    const response = await route.fetch();
    const session = await response.json();
    session.backstageIdentity.identity.userEntityRef = 'user:default/colleague';
    await route.fulfill({ response, json: session });
  });
}

describe('the draft of a model', () => {
  it('survives steps, a reload and a broken text, each with its comments', async () => {
    await asGuest({ name: 'draft-survives' }, async ({ page }) => {
      const { form, designer } = await openModelStep(page);
      await designer.write(modelOf('Book'));
      await designer.waitUntilValid();

      await form.next();
      await form.waitForStep('Repository name');
      await form.back();
      await designer.waitUntilReady();
      assert.match(await designer.text(), /# Written by hand/);
      await designer.undo();
      assert.doesNotMatch(await designer.text(), /Book/);
      await designer.redo();

      await designer.write(`${modelOf('Book')}  - name: [`);
      await designer.waitForProblem(/YAML/);
      await page.reload();
      await fillUpToModel(page);
      await designer.waitUntilRestored();
      assert.match(await designer.text(), /# Written by hand[^]*- name: \[/);
    });
  });

  it('belongs to a person and a template, and can be discarded', async () => {
    await asGuest({ name: 'draft-belongs' }, async ({ page }) => {
      let { designer } = await openModelStep(page, { template: TEMPLATE });
      await designer.write(modelOf('Book'));
      await designer.waitUntilValid();

      ({ designer } = await openModelStep(page, {
        template: 'Flask service on PostgreSQL',
      }));
      assert.doesNotMatch(await designer.text(), /Book/);

      await becomeSomebodyElse(page);
      await page.reload();
      ({ designer } = await openModelStep(page, { template: TEMPLATE }));
      assert.doesNotMatch(await designer.text(), /Book/);

      await page.unroute('**/api/auth/guest/refresh*');
      await page.reload();
      ({ designer } = await openModelStep(page, { template: TEMPLATE }));
      await designer.waitUntilRestored();
      assert.match(await designer.text(), /Book/);
      await designer.discardDraft();
      assert.doesNotMatch(await designer.text(), /Book/);

      await page.reload();
      await fillUpToModel(page);
      assert.doesNotMatch(await designer.text(), /Book/);
    });
  });

  it('is never overwritten by another tab unasked', async () => {
    await asGuest({ name: 'draft-two-tabs' }, async ({ page, openTab }) => {
      const { designer } = await openModelStep(page);
      const other = await openTab();
      await other.goto(page.url());
      await fillUpToModel(other);
      const otherDesigner = new ModelDesigner(other);

      await designer.write(modelOf('Book'));
      await designer.waitUntilValid();
      await otherDesigner.waitUntilChangedElsewhere();
      await otherDesigner.write(modelOf('Author'));
      await otherDesigner.waitUntilValid();
      await otherDesigner.keepThisVersion();

      await designer.waitUntilChangedElsewhere();
      assert.match(await designer.text(), /Book/);
      await designer.takeOtherVersion();
      assert.match(await designer.text(), /Author/);
      await designer.undo();
      assert.match(await designer.text(), /Book/);
    });
  });
});
