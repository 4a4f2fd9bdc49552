import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { CONFERENCE } from './support/conferenceModel.mjs';
import { withoutKeys } from './support/designedModel.mjs';
import { openModelStep } from './support/modelStep.mjs';
import { ReviewStep } from './support/pages/ReviewStep.mjs';
import { TableView } from './support/pages/TableView.mjs';
import { TaskPage } from './support/pages/TaskPage.mjs';
import { withClone } from './support/repository.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION, uniqueName } from './support/settings.mjs';

describe('a guest with a mouse', () => {
  it('designs ten entities from nothing and finds them in the repository', async () => {
    const name = uniqueName('conference');
    await asGuest({ name: 'design-by-mouse' }, async ({ page }) => {
      const { form, designer } = await openModelStep(page, {
        service: { name },
      });
      await designer.chooseView('Table');
      await drawUp(new TableView(page), CONFERENCE);
      await designer.waitUntilValid();

      await form.next();
      await form.waitForStep('Repository name');
      await form.chooseRepository({ organisation: ORGANISATION, name });
      await form.next();
      assert.deepEqual(
        await new ReviewStep(page).entityNames(),
        CONFERENCE.entities.map(entity => entity.name),
      );
      await form.create();
      const task = new TaskPage(page);
      await task.waitUntilDone();

      await withClone(await task.repositoryUrl(), async folder => {
        const model = await readFile(path.join(folder, 'model.yaml'), 'utf8');
        assert.deepEqual(withoutKeys(parse(model)), CONFERENCE);
      });
    });
  });
});

/** Entities with their fields first, so that every target of a relation is there. */
async function drawUp(table, model) {
  for (const { name, fields } of model.entities) {
    await table.addEntity(name);
    for (const [index, field] of fields.entries()) {
      await table.addField(name, index + 1, field);
    }
  }
  for (const { name, relations = [] } of model.entities) {
    await table.chooseEntity(name);
    for (const [index, relation] of relations.entries()) {
      await table.addRelation(name, index + 1, relation);
    }
  }
}
