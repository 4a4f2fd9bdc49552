import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ModelDesigner } from './support/pages/ModelDesigner.mjs';
import { TemplateForm } from './support/pages/TemplateForm.mjs';
import { asGuest } from './support/session.mjs';

describe('a guest whose screen is dark', () => {
  it('reads light text on a dark editor', async () => {
    const session = { name: 'dark-theme', colorScheme: 'dark' };
    await asGuest(session, async ({ page, picture }) => {
      await TemplateForm.openList(page);
      const form = await TemplateForm.choose(
        page,
        'Express service on PostgreSQL',
      );
      await form.describeService({
        name: 'after-dark',
        description: 'Never gets made.',
        owner: 'Storefront',
        system: 'shop',
      });
      await form.next();
      await form.passOptions();
      const designer = new ModelDesigner(page);
      await designer.startFromExample('Library');
      await designer.waitUntilValid();
      await picture('create-model-dark', { fullPage: true });

      const [text, background] = await designer.brightness();
      assert.ok(text > 150, `text ${text}`);
      assert.ok(background < 100, `background ${background}`);
    });
  });
});
