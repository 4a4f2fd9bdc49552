import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { DiagramView } from './support/pages/DiagramView.mjs';
import { TableView } from './support/pages/TableView.mjs';
import { asGuest } from './support/session.mjs';

describe('the views of a model', () => {
  it('show what any of them changes, and undo leads back through all', async () => {
    await asGuest({ name: 'views' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      const table = new TableView(page);
      const diagram = new DiagramView(page);

      await table.addEntity('Book');
      await table.addField('Book', 1, {
        name: 'title',
        type: 'string',
        required: true,
      });
      await designer.chooseView('Diagram');
      await diagram.addEntity('Author');
      await diagram.relate('Book', { name: 'writer', target: 'Author' });
      await designer.write(
        (
          await designer.text()
        ).replace(
          '  - name: Author',
          '  # Who wrote the books.\n  - name: Author',
        ),
      );

      assert.match(
        await designer.text(),
        /- name: Book[^]*- name: title[^]*name: writer[^]*# Who wrote[^]*- name: Author/,
      );
      await designer.chooseView('Table');
      await table.chooseEntity('Book');
      assert.equal(
        await table.cell('Name of relation 1 of Book').inputValue(),
        'writer',
      );

      await designer.undo();
      assert.doesNotMatch(await designer.text(), /# Who wrote/);
      await designer.chooseView('Diagram');
      await diagram.relation('Book', 'Author').waitFor();
      await designer.undoEverything();
      assert.doesNotMatch(await designer.text(), /Book/);

      await designer.redoEverything();
      assert.match(await designer.text(), /# Who wrote[^]*- name: Author/);
    });
  });

  it('show a problem where it is, with the mend', async () => {
    await asGuest({ name: 'views-problems' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.write(`entities:
  - name: Book
    fields:
      - { name: title, type: string, minLength: 9, maxLength: 3 }
`);
      const [problem] = await designer.problems();
      assert.match(problem, /fields\[0\]/);
      await designer.markedText.first().waitFor();

      await designer.chooseView('Table');
      await designer.selectProblem(0);
      const details = page.getByRole('group', {
        name: 'Details of field 1 of Book',
      });
      const wrong = details.locator('[aria-invalid="true"]').first();
      await wrong.waitFor();
      assert.ok(
        await wrong.evaluate(input => input === document.activeElement),
      );
    });
  });
});
