import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { untilIdle } from './idle.mjs';
import { CACHE, PORTAL_URL, ROOT, UPDATES_SCREENSHOTS } from './settings.mjs';

const VIEWPORT = { width: 1280, height: 900 };
const ACTION_MS = 30_000;
const IMAGES = path.join(ROOT, 'docs/images');
const FAILURES = path.join(CACHE, 'failures');

/**
 * A guest in the portal: a browser window, more tabs in it, and a way to keep
 * pictures of it for the documentation.
 *
 * @typedef {{ page: import('playwright-core').Page,
 *   openTab: () => Promise<import('playwright-core').Page>,
 *   picture: (name: string, options?: { fullPage?: boolean }) => Promise<void> }} Session
 */

/**
 * Signs in as a guest and runs a scenario. A failure leaves a picture of the
 * page behind, and an error that the page itself throws is a failure, too.
 *
 * @param {{ name: string, colorScheme?: 'light' | 'dark' }} options
 * @param {(session: Session) => Promise<void>} scenario
 */
export async function asGuest(options, scenario) {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      colorScheme: options.colorScheme ?? 'light',
    });
    context.setDefaultTimeout(ACTION_MS);
    const pageErrors = [];
    context.on('weberror', webError => pageErrors.push(webError.error()));
    const page = await context.newPage();
    try {
      await signIn(page);
      await scenario({
        page,
        openTab: () => context.newPage(),
        picture: takePicture(page),
      });
    } catch (error) {
      await keepFailure(page, options.name);
      throw error;
    }
    if (pageErrors.length > 0) {
      throw new AggregateError(pageErrors, 'The page threw errors.');
    }
  } finally {
    await browser.close();
  }
}

async function signIn(page) {
  await page.goto(PORTAL_URL);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page
    .getByRole('link', { name: 'Create', exact: true })
    .first()
    .waitFor();
}

function takePicture(page) {
  return async (name, { fullPage = false } = {}) => {
    if (!UPDATES_SCREENSHOTS) {
      return;
    }
    await mkdir(IMAGES, { recursive: true });
    await page.waitForLoadState('networkidle').catch(() => {});
    if (fullPage) {
      // Not the browser's own full page: the sidebar would hang in its middle.
      const height = await page.evaluate(
        () => document.documentElement.scrollHeight,
      );
      await page.setViewportSize({ ...VIEWPORT, height });
      await page.evaluate(() => window.scrollTo(0, 0));
    }
    // What is drawn when there is time for it, such as the colours of a text.
    await untilIdle(page);
    await page.screenshot({
      path: path.join(IMAGES, `${name}.png`),
      animations: 'disabled',
    });
    await page.setViewportSize(VIEWPORT);
  };
}

async function keepFailure(page, name) {
  await mkdir(FAILURES, { recursive: true });
  await page
    .screenshot({ path: path.join(FAILURES, `${name}.png`), fullPage: true })
    .catch(() => {});
}
