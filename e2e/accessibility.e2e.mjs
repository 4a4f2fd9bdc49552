import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seriousProblems } from './support/axe.mjs';
import { openModelStep } from './support/modelStep.mjs';
import { ReviewStep } from './support/pages/ReviewStep.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION } from './support/settings.mjs';

const VIEWS = ['Table', 'YAML'];

for (const colorScheme of ['light', 'dark']) {
  describe(`axe, on a ${colorScheme} screen`, () => {
    it('finds nothing serious in any view, nor in the review', async () => {
      const session = { name: `accessibility-${colorScheme}`, colorScheme };
      await asGuest(session, async ({ page, picture }) => {
        const { form, designer } = await openModelStep(page);
        await designer.startFromExample('Clinic');
        await designer.waitUntilValid();
        for (const view of VIEWS) {
          await designer.chooseView(view);
          await picture(`designer-${view.toLowerCase()}-${colorScheme}`, {
            fullPage: true,
          });
          assert.deepEqual(await seriousProblems(designer.root), [], view);
        }

        await form.next();
        await form.waitForStep('Repository name');
        await form.chooseRepository({
          organisation: ORGANISATION,
          name: 'never-made',
        });
        await form.next();
        const review = new ReviewStep(page);
        await review.openEntity('Appointment');
        await picture(`create-review-${colorScheme}`, { fullPage: true });
        assert.deepEqual(await seriousProblems(review.model), []);
      });
    });
  });
}
