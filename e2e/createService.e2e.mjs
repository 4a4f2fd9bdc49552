import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { withoutKeys } from './support/designedModel.mjs';
import { CatalogPage } from './support/pages/CatalogPage.mjs';
import { ImportDialog } from './support/pages/ImportDialog.mjs';
import { ModelDesigner } from './support/pages/ModelDesigner.mjs';
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

const MODELS = path.join(ROOT, 'examples/models');

/** Each takes another template and other options, and one of two ways into the designer: an example, a file. */
const CASES = [
  {
    template: 'Express service on PostgreSQL',
    model: 'product',
    stem: 'product-catalog',
    description: 'Holds the products that we sell and what they cost.',
    api: '/api/v1/products',
    enter: designer => designer.startFromExample('Product'),
    options: {},
    files: [
      '.github/workflows/main.yml',
      '.github/dependabot.yml',
      'kubernetes/deployment.yaml',
    ],
    pictures: true,
  },
  {
    template: 'FastAPI service on PostgreSQL',
    model: 'shop',
    stem: 'shop-backend',
    description: 'Runs an online shop with its warehouses.',
    api: '/api/v1/stock-items',
    enter: (_designer, page) =>
      importModel(page, path.join(MODELS, 'shop.yaml')),
    options: {
      'Continuous integration': 'GitLab CI',
      'Dependency updates': 'Renovate',
    },
    files: ['.gitlab-ci.yml', 'renovate.json', 'kubernetes/deployment.yaml'],
    pictures: false,
  },
  {
    template: 'Flask service on PostgreSQL',
    model: 'library',
    stem: 'town-library',
    description: 'Lends the books of the town library.',
    api: '/api/v1/books',
    enter: designer => designer.startFromExample('Library'),
    options: { 'Continuous integration': 'Jenkins' },
    files: ['Jenkinsfile', '.github/dependabot.yml', 'scripts/deploy.sh'],
    pictures: false,
  },
];

describe('a guest who creates a service', () => {
  for (const { template, model, stem, ...wanted } of CASES) {
    const { description, api, enter, options, files, pictures } = wanted;
    describe(`of ${template}, from the model ${model}`, () => {
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
          const form = await TemplateForm.choose(page, template);
          await form.describeService({
            name,
            description,
            owner: 'Storefront',
            system: 'shop',
          });
          await picture('create-service');

          await form.next();
          await form.waitForStep('Kubernetes');
          for (const [label, option] of Object.entries(options)) {
            await form.select(label, option);
          }
          await picture('create-options');

          await form.next();
          const designer = new ModelDesigner(page);
          await enter(designer, page);
          await designer.waitUntilValid();

          await form.next();
          await form.waitForStep('Repository name');
          await form.chooseRepository({ organisation: ORGANISATION, name });
          await picture('create-repository');

          await form.next();
          await page.getByText(description).waitFor();

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
          assert.deepEqual(
            withoutKeys(await readYaml(path.join(folder, 'model.yaml'))),
            await readYaml(path.join(MODELS, `${model}.yaml`)),
          );
          for (const file of files) {
            await access(path.join(folder, file));
          }
          await checkService(folder);
        });
      });
    });
  }
});

async function importModel(page, file) {
  const dialog = new ImportDialog(page);
  await dialog.open();
  await dialog.chooseFile(file);
  await dialog.read();
  await dialog.waitForOutcome();
  await dialog.use();
}

async function readYaml(file) {
  return parse(await readFile(file, 'utf8'));
}
