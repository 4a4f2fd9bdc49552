import { findChromium } from '../../e2e/support/chromium.mjs';
import { skipOrFail } from './checks.mjs';

/** Walks the running portal in a browser. */
export async function runPart() {
  if (!findChromium()) {
    return skipOrFail(
      'Chromium, which the browser tests walk the portal with,',
    );
  }
  const { runBrowserTests } = await import('../../e2e/run.mjs');
  return runBrowserTests();
}
