import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seriousProblems } from './support/axe.mjs';
import { openModelStep } from './support/modelStep.mjs';
import { DiagramView } from './support/pages/DiagramView.mjs';
import { ReviewStep } from './support/pages/ReviewStep.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION } from './support/settings.mjs';

for (const colorScheme of ['light', 'dark']) {
  describe(`the designer on a ${colorScheme} screen`, () => {
    const session = { name: `accessibility-${colorScheme}`, colorScheme };

    it('has no view in which axe finds anything serious', async () => {
      await asGuest(session, async ({ page, picture }) => {
        const { form, designer } = await openModelStep(page);
        const look = async name => {
          await picture(`${name}-${colorScheme}`, { fullPage: true });
          assert.deepEqual(await seriousProblems(designer.root), [], name);
        };
        await look('designer-empty');

        await designer.startFromExample('Library');
        await designer.waitUntilValid();
        await look('designer-table');

        await designer.chooseView('Diagram');
        await new DiagramView(page).waitUntilArranged();
        await look('designer-diagram');

        await designer.chooseView('YAML');
        await designer.textBox.waitFor();
        await look('designer-yaml');
        const [text, background] = await designer.brightness();
        assert.equal(text > background, colorScheme === 'dark');

        await form.next();
        await form.waitForStep('Repository name');
        await form.chooseRepository({
          organisation: ORGANISATION,
          name: 'never-made',
        });
        await form.next();
        const review = new ReviewStep(page);
        await review.openEntity('Book');
        await picture(`create-review-${colorScheme}`, { fullPage: true });
        assert.deepEqual(await seriousProblems(review.model), [], 'review');
      });
    });
  });
}
