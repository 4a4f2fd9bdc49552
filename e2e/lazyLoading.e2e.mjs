import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openModelStep } from './support/modelStep.mjs';
import { TemplateForm } from './support/pages/TemplateForm.mjs';
import { asGuest } from './support/session.mjs';
import { PORTAL_URL } from './support/settings.mjs';

/** What only the code of these libraries says. */
const LIBRARIES = {
  CodeMirror: 'cm-scroller',
  'React Flow': 'react-flow__',
  elkjs: 'org.eclipse.elk',
};

/** Watches the scripts that a page loads, and tells whose code is in them. */
function watchLibraries(page) {
  const urls = new Set();
  page.on('request', request => {
    if (request.resourceType() === 'script') {
      urls.add(request.url());
    }
  });
  return async () => {
    await page.waitForLoadState('networkidle');
    const scripts = await Promise.all([...urls].map(readScript));
    return Object.keys(LIBRARIES).filter(library =>
      scripts.some(script => script.includes(LIBRARIES[library])),
    );
  };
}

async function readScript(url) {
  const response = await fetch(url);
  return response.text();
}

describe('what the designer is made of', () => {
  it('is loaded with the designer, and nowhere else in the portal', async () => {
    await asGuest({ name: 'lazy-loading' }, async ({ page }) => {
      const libraries = watchLibraries(page);
      await page.reload();
      for (const path of ['/', '/api-docs', '/docs', '/settings', '/create']) {
        await page.goto(new URL(path, PORTAL_URL).href);
        assert.deepEqual(await libraries(), [], path);
      }
      await TemplateForm.choose(page, 'Express service on PostgreSQL');
      assert.deepEqual(await libraries(), [], 'the first step of a form');

      await page.goto(PORTAL_URL);
      const { designer } = await openModelStep(page);
      await designer.startFromExample('Product');
      await designer.waitUntilValid();
      assert.deepEqual(await libraries(), [], 'the table');
      await designer.chooseView('YAML');
      await designer.textBox.waitFor();
      assert.deepEqual(await libraries(), ['CodeMirror']);
    });
  });
});
