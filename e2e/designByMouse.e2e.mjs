import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { CONFERENCE } from './support/conferenceModel.mjs';
import { withoutKeys } from './support/designedModel.mjs';
import { openModelStep } from './support/modelStep.mjs';
import { DiagramView } from './support/pages/DiagramView.mjs';
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
      const table = new TableView(page);
      await addEntities(table);
      await designer.chooseView('Diagram');
      await dragRelations(new DiagramView(page));
      await designer.chooseView('Table');
      await addOtherRelations(table);
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

/** Relations that need but a name are drawn in the diagram, the others in the table. */
function isDrawn({ kind, onDelete }) {
  return kind === 'manyToOne' && onDelete === undefined;
}

async function addEntities(table) {
  for (const { name, fields } of CONFERENCE.entities) {
    await table.addEntity(name);
    for (const [index, field] of fields.entries()) {
      await table.addField(name, index + 1, field);
    }
  }
}

async function dragRelations(diagram) {
  await diagram.waitUntilArranged();
  for (const { name, relations = [] } of CONFERENCE.entities) {
    for (const relation of relations.filter(isDrawn)) {
      await diagram.relate(name, relation);
    }
  }
}

async function addOtherRelations(table) {
  for (const { name, relations = [] } of CONFERENCE.entities) {
    await table.chooseEntity(name);
    for (const [index, relation] of relations.entries()) {
      if (!isDrawn(relation)) {
        await table.addRelation(name, index + 1, relation);
      }
    }
  }
}
