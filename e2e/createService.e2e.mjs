import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { CatalogPage } from './support/pages/CatalogPage.mjs';
import { ModelEditorField } from './support/pages/ModelEditorField.mjs';
import { TaskPage } from './support/pages/TaskPage.mjs';
import { TemplateForm } from './support/pages/TemplateForm.mjs';
import { withClone } from './support/repository.mjs';
import { asGuest } from './support/session.mjs';
import { checkService } from './support/service.mjs';
import {
  ORGANISATION,
  ROOT,
  uniqueName,
  UPDATES_SCREENSHOTS,
} from './support/settings.mjs';

const TEMPLATE = 'Express service on PostgreSQL';
const MODELS = path.join(ROOT, 'examples/models');

/** Each model takes another way into the editor: the menu, a file. */
const CASES = [
  {
    model: 'product',
    stem: 'product-catalog',
    description: 'Holds the products that we sell and what they cost.',
    api: '/api/v1/products',
    enter: editor => editor.startFromExample('Product'),
    pictures: true,
  },
  {
    model: 'shop',
    stem: 'shop-backend',
    description: 'Runs an online shop with its warehouses.',
    api: '/api/v1/stock-items',
    enter: editor => editor.upload(path.join(MODELS, 'shop.yaml')),
    pictures: false,
  },
];

describe('a guest who creates a service', () => {
  for (const { model, stem, description, api, enter, pictures } of CASES) {
    describe(`from the model ${model}`, () => {
      // Pictures are made on a portal without a history, and show a plain name.
      const name = UPDATES_SCREENSHOTS ? stem : uniqueName(stem);
      const title = `${name[0].toUpperCase()}${name.slice(1)}`.replaceAll(
        '-',
        ' ',
      );
      let repositoryUrl;

      it('fills in the form, follows the log and finds everything', async () => {
        await asGuest({ name: `create-${model}` }, async session => {
          const { page } = session;
          const picture = async (...args) =>
            pictures && session.picture(...args);

          await page
            .getByRole('heading', { name: /Components/ })
            .first()
            .waitFor();
          await picture('catalog');
          await TemplateForm.openList(page);
          await picture('create-templates');
          const form = await TemplateForm.choose(page, TEMPLATE);
          await form.describeService({
            name,
            description,
            owner: 'Storefront',
            system: 'shop',
          });
          await picture('create-service');

          await form.next();
          const editor = new ModelEditorField(page);
          await enter(editor);
          await editor.waitUntilValid();
          await picture('create-model', { fullPage: true });

          await form.next();
          await form.waitForStep('Kubernetes manifests');
          await picture('create-options');

          await form.next();
          await form.waitForStep('Repository name');
          await form.chooseRepository({ organisation: ORGANISATION, name });
          await picture('create-repository');

          await form.next();
          await page.getByText(description).waitFor();
          await picture('create-review');

          await form.create();
          const task = new TaskPage(page);
          await task.waitUntilDone();
          await task.waitForLog(/Finished step Register it in the catalog/);
          await picture('create-log');
          repositoryUrl = await task.repositoryUrl();

          await task.openInCatalog();
          const catalog = new CatalogPage(page);
          await catalog.waitForTitle(title);
          await page.getByRole('link', { name: `${title} API` }).waitFor();
          await picture('catalog-component');

          await catalog.openRelated(`${title} API`);
          const operations = await catalog.operations();
          for (const method of ['GET', 'POST']) {
            assert.ok(operations.includes(`${method} ${api}`), `${operations}`);
          }
          await picture('catalog-api', { fullPage: true });

          await page.goto(repositoryUrl.replace(/\.git$/, ''));
          await page.getByText('model.yaml').first().waitFor();
          await picture('repository');
        });
      });

      it('has a repository that tests itself and keeps the contract', async () => {
        assert.ok(repositoryUrl, 'nothing was published');
        await withClone(repositoryUrl, async folder => {
          const modelFile = path.join(MODELS, `${model}.yaml`);
          assert.deepEqual(
            parse(
              await readFile(path.join(folder, 'model.yaml'), 'utf8'),
            ).entities.map(entity => entity.name),
            parse(await readFile(modelFile, 'utf8')).entities.map(
              entity => entity.name,
            ),
          );
          await checkService({ folder, modelFile, name });
        });
      });
    });
  }
});
