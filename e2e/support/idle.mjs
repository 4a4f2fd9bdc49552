/** Longer than any page of the portal is busy. */
const LONGEST_MS = 2_000;

/**
 * Waits until the page has done what the last input asked of it, as a person
 * does without noticing.
 *
 * @param {import('playwright-core').Page} page
 */
export async function untilIdle(page) {
  await page.evaluate(
    timeout =>
      new Promise(resolve => requestIdleCallback(resolve, { timeout })),
    LONGEST_MS,
  );
}
