import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { ImportDialog } from './support/pages/ImportDialog.mjs';
import { TableView } from './support/pages/TableView.mjs';
import { asGuest } from './support/session.mjs';
import { ROOT } from './support/settings.mjs';

const FIXTURES = path.join(
  ROOT,
  'plugins/perennial-interchange/src/import/__fixtures__',
);

/** A schema as others publish it, for each format, and an entity that it holds. */
const SOURCES = [
  { format: 'SQL', file: 'sakila.sql', entity: 'Film' },
  { format: 'OpenAPI', file: 'petstore.yaml', entity: 'Pet' },
  { format: 'JSON Schema', file: 'care.schema.json', entity: 'Patient' },
  { format: 'Prisma', file: 'signing.prisma', entity: 'User' },
  { format: 'JDL', file: 'online-shop.jdl', entity: 'Product' },
  { format: 'CSV', file: 'customers.csv', entity: 'Customer' },
];

/** A mistake in each format, and what is said about it. */
const MALFORMED = [
  { name: 'broken.sql', text: 'CREATE TABLE films (', says: /SQL/ },
  { name: 'broken.yaml', text: 'openapi: 3.0.0\npaths: [', says: /OpenAPI/ },
  {
    name: 'broken.schema.json',
    text: '{ "$schema": "http://json-schema.org/draft-07/schema#", ',
    says: /JSON/,
  },
  { name: 'broken.prisma', text: 'model Post {\n  id Int @', says: /Prisma/ },
  { name: 'broken.jdl', text: 'entity Product { name String', says: /JDL/ },
  { name: 'broken.csv', text: 'name,name\n"never closed', says: /CSV/ },
];

/** A schema that leads back to itself in a circle, by way of another. */
const CYCLIC = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Person',
  type: 'object',
  properties: {
    name: { type: 'string' },
    employer: { $ref: '#/$defs/Company' },
  },
  $defs: {
    Company: {
      type: 'object',
      properties: { name: { type: 'string' }, director: { $ref: '#' } },
    },
  },
});

const fileOf = ({ name, text }) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

describe('a guest who has a schema already', () => {
  it('imports each format and goes on with a valid model', async () => {
    await asGuest({ name: 'import' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      const dialog = new ImportDialog(page);
      const table = new TableView(page);
      for (const { format, file, entity } of SOURCES) {
        await dialog.open();
        await dialog.chooseFile(path.join(FIXTURES, file));
        await dialog.read();
        assert.match(await dialog.waitForOutcome(), /[1-9]\d* entit/, format);
        if (format === 'SQL') {
          assert.ok((await dialog.notes()).length > 0);
        }
        await dialog.use();
        await designer.waitUntilValid();
        await designer.chooseView('Table');
        await table.chooseEntity(entity);
      }
      await designer.bringMineBack();
      await table.chooseEntity('Product');
    });
  });

  it('is told what is wrong with a file of each format, and keeps the model', async () => {
    await asGuest({ name: 'import-malformed' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Product');
      const dialog = new ImportDialog(page);
      await dialog.open();
      for (const file of MALFORMED) {
        await dialog.chooseFile(fileOf(file));
        await dialog.read();
        assert.match(await dialog.waitForError(), file.says);
      }
      await dialog.cancel();
      await designer.waitUntilValid();
      assert.match(await designer.text(), /- name: Product\n/);
    });
  });

  it('may paste 10 MB or a circle of schemas', async () => {
    await asGuest({ name: 'import-limits' }, async ({ page }) => {
      const { designer } = await openModelStep(page);
      const dialog = new ImportDialog(page);
      await dialog.open();
      await dialog.pasteAtOnce(`-- ${'x'.repeat(10 * 1024 * 1024)}`);
      assert.match(await dialog.waitForError(), /larger than 5 MiB/);

      await dialog.paste(CYCLIC);
      await dialog.read();
      assert.match(await dialog.waitForOutcome(), /2 entities/);
      await dialog.use();
      await designer.waitUntilValid();
      assert.match(await designer.text(), /target: Company[^]*target: Person/);
    });
  });
});
