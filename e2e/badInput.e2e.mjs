import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { TaskPage } from './support/pages/TaskPage.mjs';
import { TemplateForm } from './support/pages/TemplateForm.mjs';
import { createForeignRepository } from './support/repository.mjs';
import { asGuest } from './support/session.mjs';
import { ORGANISATION, uniqueName } from './support/settings.mjs';

const TEMPLATE = 'Express service on PostgreSQL';

const SERVICE = {
  name: 'bad-input',
  description: 'Never gets made.',
  owner: 'Storefront',
  system: 'shop',
};

async function openForm(page) {
  await TemplateForm.openList(page);
  return TemplateForm.choose(page, TEMPLATE);
}

describe('a guest who makes a mistake', () => {
  it('learns what a name may look like and stays at the step', async () => {
    await asGuest({ name: 'invalid-name' }, async ({ page }) => {
      const form = await openForm(page);
      await form.describeService({ ...SERVICE, name: '../Über' });
      await form.next();

      const [error] = await form.errors();
      assert.match(error, /Use lower-case letters, digits and hyphens/);
      await form.waitForStep('Name');
    });
  });

  it('sees each problem of a model at its place and cannot pass', async () => {
    await asGuest({ name: 'invalid-model' }, async ({ page, picture }) => {
      const { form, designer } = await openModelStep(page);

      await designer.write(`entities:
  - name: Product
    fields:
      - { name: sku, type: money }
      - { name: price, type: decimal, scale: -1 }
`);
      const problems = await designer.problems();
      assert.equal(problems.length, 2);
      assert.match(problems[0], /fields\[0\]\.type/);
      assert.match(problems[0], /money/);
      assert.match(problems[1], /fields\[1\]\.scale/);

      await form.next();
      const [error] = await form.errors();
      assert.match(error, /has 2 problems/);
      await picture('create-model-problems', { fullPage: true });

      await designer.selectProblem(1);
      assert.ok(
        await designer.textBox.evaluate(box =>
          box.contains(document.activeElement),
        ),
      );
    });
  });

  it('is told about names and texts that would do harm', async () => {
    await asGuest({ name: 'harmful-model' }, async ({ page }) => {
      const { designer } = await openModelStep(page);

      for (const [name, description] of [
        ['__proto__', 'plain'],
        ['constructor', 'plain'],
        ['label', '${{ secrets.token }}'],
      ]) {
        await designer.write(`entities:
  - name: Product
    description: "${description}"
    fields:
      - { name: ${name}, type: string }
`);
        const [problem] = await designer.waitForProblem(
          name === 'label' ? /description/ : new RegExp(name),
        );
        assert.ok(problem);
      }
    });
  });

  it('cannot pass without YAML, and finds the text again when back', async () => {
    await asGuest({ name: 'broken-yaml' }, async ({ page }) => {
      const { form, designer } = await openModelStep(page);
      await designer.write('entities: [ { name: Product');
      assert.match((await designer.problems())[0], /not valid YAML/);

      await form.next();
      const [error] = await form.errors();
      assert.match(error, /needs a model/);

      await form.back();
      await form.waitForStep('Kubernetes');
      await form.next();
      await designer.waitUntilReady();
      assert.match(await designer.text(), /name: Product/);
    });
  });

  it("hears that a repository is someone else's, and nothing is made", async () => {
    const name = uniqueName('taken');
    await createForeignRepository({ organisation: ORGANISATION, name });

    await asGuest({ name: 'taken-repository' }, async ({ page }) => {
      const { form, designer } = await openModelStep(page, {
        service: { name },
      });
      await designer.startFromExample('Product');
      await designer.waitUntilValid();
      await form.next();
      await form.waitForStep('Repository name');
      await form.chooseRepository({ organisation: ORGANISATION, name });
      await form.next();
      await form.create();

      const message = await new TaskPage(page).waitForFailure();
      assert.match(message, new RegExp(`${ORGANISATION}/${name}`));
      assert.match(message, /exists|already/i);
    });
  });
});
