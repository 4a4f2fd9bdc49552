import yaml from 'yaml';
import { launchChromium } from '../../e2e/support/chromium.mjs';
import { openModelStep } from '../../e2e/support/modelStep.mjs';
import { freePort } from '../lib/ports.mjs';
import { startPortal } from '../lib/portal.mjs';
import { withTemporaryFolder } from '../lib/temporaryFolder.mjs';
import {
  ChunkWatch,
  requireNoDesigner,
  sumOf,
} from './support/designer/chunks.mjs';
import { EDITS, openView, typeText } from './support/designer/edits.mjs';
import { servePeerEditor } from './support/designer/peerEditor.mjs';
import { percentile, round } from './support/figures.mjs';
import { makeModel } from './support/models.mjs';

const SIZES = [
  { entities: 50, fields: 20 },
  { entities: 200, fields: 20 },
];
const ROUNDS = 30;
const TARGET_MS = 100;

/** Where nobody designs anything. */
const OTHER_PAGES = ['/', '/api-docs', '/docs', '/settings', '/create'];
const VIEWPORT = { width: 1280, height: 900 };

export default {
  name: 'designer',
  description: `the model designer in Chromium: milliseconds from an input to the frame that shows it (target: p95 under ${TARGET_MS} at ${SIZES[0].entities} entities of ${SIZES[0].fields} fields), beside the same keys in a text editor that does nothing else; and what the designer adds to the page, kB`,
  run: () => withTemporaryFolder(measureAll),
};

async function measureAll(data) {
  const portal = await startPortal({
    data,
    env: {
      PERENNIAL_PAGE_PORT: String(await freePort()),
      GITHUB_SANDBOX_PORT: String(await freePort()),
      GITHUB_TOKEN: '',
    },
  });
  try {
    return await measureDesigner(portal.pageUrl);
  } finally {
    await portal.stop();
  }
}

/** Measures the designer of a portal that runs. */
export async function measureDesigner(url) {
  const browser = await launchChromium();
  try {
    const sizes = await withPage(browser, page => measureSizes(page, url));
    const times = [];
    for (const size of SIZES) {
      const model = yaml.stringify(makeModel(size.entities, size.fields), {
        aliasDuplicateObjects: false,
      });
      const peer = await withPage(browser, page => timePeer(page, model));
      const own = await withPage(browser, page => timeViews(page, url, model));
      times.push(...own.map(row => ({ ...size, ...row, peer })));
    }
    return report(times, sizes);
  } finally {
    await browser.close();
  }
}

async function withPage(browser, use) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

async function signIn(page, url) {
  await page.goto(url);
  await page.getByRole('button', { name: 'Enter' }).click();
  const create = { name: 'Create', exact: true };
  await page.getByRole('link', create).first().waitFor();
}

/** What each view adds, after pages that must not have any of it. */
async function measureSizes(page, url) {
  const watch = new ChunkWatch(page);
  await signIn(page, url);
  for (const path of OTHER_PAGES) {
    await page.goto(new URL(path, url).href, { waitUntil: 'networkidle' });
    requireNoDesigner(await watch.take(), path);
  }
  const { designer } = await openModelStep(page);
  const sizes = {};
  const takeAs = async name => {
    await page.waitForLoadState('networkidle');
    sizes[name] = sumOf(await watch.take());
  };
  await takeAs('designer with the table');
  await designer.startFromExample('Product');
  await openDiagram(page);
  await takeAs('diagram');
  await page.getByRole('tab', { name: 'YAML', exact: true }).click();
  await page.locator('.cm-content').waitFor();
  await takeAs('YAML');
  return sizes;
}

async function openDiagram(page) {
  await page.getByRole('tab', { name: 'Diagram', exact: true }).click();
  await page.locator('.react-flow__node').first().waitFor();
}

async function timePeer(page, model) {
  const server = await servePeerEditor();
  try {
    await page.goto(server.url);
    await page.waitForFunction(() => window.openEditor);
    await page.evaluate(text => {
      window.openEditor(text);
    }, model);
    return summarise(await repeat(await typeText(page, '.cm-content')));
  } finally {
    await server.stop();
  }
}

async function timeViews(page, url, model) {
  await signIn(page, url);
  const { designer } = await openModelStep(page);
  await designer.paste(model);
  await designer.waitUntilValid();
  const rows = [];
  for (const [view, edits] of Object.entries(EDITS)) {
    for (const { name, prepare } of edits) {
      await openView(page, view);
      const times = await repeat(await prepare(page));
      rows.push({ view, edit: name, ...summarise(times) });
      await designer.waitUntilValid();
    }
  }
  return rows;
}

async function repeat(edit) {
  const times = [];
  for (let index = 0; index < ROUNDS; index += 1) {
    times.push(await edit());
  }
  return times;
}

function summarise(times) {
  return { p50: percentile(times, 50), p95: percentile(times, 95) };
}

function report(times, sizes) {
  const kilobytes = bytes => round(bytes / 1000);
  return {
    rows: [
      ['', 'p50 ms', 'p95 ms', 'plain editor p95', 'ratio'],
      ...times.map(({ entities, fields, view, edit, p50, p95, peer }) => [
        `${entities} × ${fields}, ${view}: ${edit}`,
        round(p50),
        round(p95),
        round(peer.p95),
        round(p95 / peer.p95, 1),
      ]),
      ['added to the page', 'raw kB', 'gzip kB', 'brotli kB', 'chunks'],
      ...Object.entries(sizes).map(([name, { chunks, raw, gzip, brotli }]) => [
        name,
        kilobytes(raw),
        kilobytes(gzip),
        kilobytes(brotli),
        chunks,
      ]),
    ],
    figures: { targetMs: TARGET_MS, times, sizes },
  };
}
