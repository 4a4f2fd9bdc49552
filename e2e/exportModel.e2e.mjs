import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { ExportDialog } from './support/pages/ExportDialog.mjs';
import { asGuest } from './support/session.mjs';

const MODEL = `# Kept as it is written.
entities:
  - name: Author
    fields:
      - { name: name, type: string, required: true }
  - name: Book
    relations:
      - { name: author, kind: manyToOne, target: Author }
`;

describe('a guest who takes a model along', () => {
  it('gets the very YAML, a Mermaid diagram and the SQL of it', async () => {
    await asGuest({ name: 'export' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.write(MODEL);
      await designer.waitUntilValid();
      const dialog = new ExportDialog(page);
      await dialog.open();
      assert.equal(await dialog.download(), MODEL);

      await dialog.choose('Mermaid');
      assert.match(await dialog.preview(), /^erDiagram[^]*Author[^]*Book/);
      assert.match(await dialog.download(), /^erDiagram/);

      await dialog.choose('SQL');
      assert.match(await dialog.download(), /CREATE TABLE[^]*authors/);
      await dialog.close();
    });
  });
});
