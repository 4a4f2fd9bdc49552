import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { asGuest } from './support/session.mjs';

describe('a guest whose screen is dark', () => {
  it('reads light text on a dark editor', async () => {
    const session = { name: 'dark-theme', colorScheme: 'dark' };
    await asGuest(session, async ({ page, picture }) => {
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Library');
      await designer.waitUntilValid();
      await picture('create-model-dark', { fullPage: true });

      const [text, background] = await designer.brightness();
      assert.ok(text > 150, `text ${text}`);
      assert.ok(background < 100, `background ${background}`);
    });
  });
});
