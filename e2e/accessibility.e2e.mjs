import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { seriousProblems } from './support/axe.mjs';
import { openModelStep } from './support/modelStep.mjs';
import { DiagramView } from './support/pages/DiagramView.mjs';
import { ImportDialog } from './support/pages/ImportDialog.mjs';
import {
  FILES_ARE_THERE,
  PreviewPanel,
} from './support/pages/PreviewPanel.mjs';
import { ReviewStep } from './support/pages/ReviewStep.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION, ROOT } from './support/settings.mjs';

const PUBLISHED_SCHEMA = path.join(
  ROOT,
  'plugins/perennial-interchange/src/import/__fixtures__/sakila.sql',
);

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
        assert.deepEqual(await seriousProblems(designer.root), [], 'empty');

        await designer.startFromExample('Library');
        await designer.waitUntilValid();
        await look('designer-table');

        const preview = new PreviewPanel(page);
        await preview.open();
        await preview.waitForStatus(FILES_ARE_THERE);
        await preview.openFile('src/database/models/book.model.js');
        await look('designer-preview');
        await preview.close();

        await designer.chooseView('Diagram');
        await new DiagramView(page).waitUntilArranged();
        await look('designer-diagram');

        await designer.chooseView('YAML');
        await designer.textBox.waitFor();
        await look('designer-yaml');
        const [text, background] = await designer.brightness();
        assert.equal(text > background, colorScheme === 'dark');

        const dialog = new ImportDialog(page);
        await dialog.open();
        await dialog.chooseFile(PUBLISHED_SCHEMA);
        await dialog.read();
        await dialog.waitForOutcome();
        await picture(`designer-import-${colorScheme}`);
        assert.deepEqual(await seriousProblems(dialog.root), [], 'import');
        await dialog.goBack();
        assert.deepEqual(await seriousProblems(dialog.root), [], 'source');
        await dialog.cancel();

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
