import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { CONFERENCE } from './support/conferenceModel.mjs';
import { withoutKeys } from './support/designedModel.mjs';
import { Keyboard } from './support/Keyboard.mjs';
import { ReviewStep } from './support/pages/ReviewStep.mjs';
import { TableByKeyboard } from './support/pages/TableByKeyboard.mjs';
import { TaskPage } from './support/pages/TaskPage.mjs';
import { withClone } from './support/repository.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION, PORTAL_URL, uniqueName } from './support/settings.mjs';

const FORM = '/create/templates/default/express-postgres';

describe('a guest without a mouse', () => {
  it('designs ten entities from nothing and finds them in the repository', async () => {
    const name = uniqueName('conference');
    await asGuest({ name: 'design-by-keyboard' }, async ({ page }) => {
      const keyboard = new Keyboard(page);
      await page.goto(new URL(FORM, PORTAL_URL).href);
      await describeService(page, keyboard, name);
      await keyboard.submit('Next');
      await page.getByLabel('Kubernetes').first().waitFor();
      await keyboard.submit('Next');

      await page.getByRole('tab', { name: 'Table' }).waitFor();
      await drawUp(new TableByKeyboard(keyboard), CONFERENCE);
      await page.getByText('The model is valid').waitFor();
      await keyboard.submit('Next');

      await page.getByLabel('Repository name').waitFor();
      await keyboard.goTo(/^Organization/);
      await keyboard.type(ORGANISATION);
      await keyboard.goTo(/^Repository name/);
      await keyboard.type(name);
      await keyboard.submit('Review');
      assert.deepEqual(
        await new ReviewStep(page).entityNames(),
        CONFERENCE.entities.map(entity => entity.name),
      );
      await keyboard.submit('Create the service');
      await page.waitForURL(/\/create\/tasks\//);
      const task = new TaskPage(page);
      await task.waitUntilDone();

      await withClone(await task.repositoryUrl(), async folder => {
        const model = await readFile(path.join(folder, 'model.yaml'), 'utf8');
        assert.deepEqual(withoutKeys(parse(model)), CONFERENCE);
      });
    });
  });
});

/** The first step, whose first field has the focus. */
async function describeService(page, keyboard, name) {
  await page.getByLabel('Name').first().waitFor();
  await keyboard.goTo(/^Name/);
  await keyboard.type(name);
  await keyboard.goTo(/^Description/);
  await keyboard.type('Plans conferences.');
  for (const [label, option] of [
    [/^Owner/, 'Storefront'],
    [/^System/, 'shop'],
  ]) {
    await keyboard.goTo(label);
    await keyboard.type(option);
    await page
      .getByRole('option', { name: new RegExp(`^${option}$`, 'i') })
      .waitFor();
    await keyboard.press('ArrowDown', 'Enter');
  }
}

/** Entities with their fields first, so that every target of a relation is there. */
async function drawUp(table, model) {
  for (const [index, { name, fields }] of model.entities.entries()) {
    await table.addEntity(name, { isFirst: index === 0 });
    for (const [row, field] of fields.entries()) {
      await table.addField(name, row + 1, field);
    }
  }
  for (const { name, relations = [] } of [...model.entities].reverse()) {
    if (relations.length > 0) {
      await table.chooseEntity(name);
    }
    for (const [row, relation] of relations.entries()) {
      await table.addRelation(name, row + 1, relation);
    }
  }
}
