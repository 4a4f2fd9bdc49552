/*
 * Milliseconds from an input to the frame that shows what it did.
 *
 * From: the time stamp of the first key or button event, which the browser sets
 * when the input arrives, so that waiting for a busy page counts. To: the first
 * message after the animation frame in which the document says what is
 * expected; a message that is posted in a frame arrives when that frame has been
 * painted. Inputs follow each other as soon as the one before is on screen, so
 * whatever an edit leaves to be done later gets into the way of the next one.
 */

/** How long anything may take before the bench gives up. */
const LIMIT_MS = 20_000;

/**
 * @typedef {{ selector: string, property?: string, value?: unknown,
 *   includes?: string, isGone?: boolean }} Expectation what the document has to
 *   say: an element that is there or gone, or one with such a property
 */

/**
 * Times one input.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ act: () => Promise<void>, shows: Expectation }} options
 */
export async function timeInput(page, { act, shows }) {
  await page.evaluate(startTimer, { ...shows, limit: LIMIT_MS });
  await act();
  return page.evaluate(() => window.benchTiming);
}

/** Runs in the page. */
function startTimer({ selector, property, value, includes, isGone, limit }) {
  const isShown = () => {
    const element = document.querySelector(selector);
    if (isGone || !element || property === undefined) {
      return Boolean(element) !== Boolean(isGone);
    }
    return includes === undefined
      ? element[property] === value
      : element[property].includes(includes);
  };
  const inputs = ['keydown', 'pointerdown'];
  let began;
  const begin = event => {
    began ??= event.timeStamp;
  };
  inputs.forEach(type => window.addEventListener(type, begin, true));
  window.benchTiming = new Promise((resolve, reject) => {
    const end = performance.now() + limit;
    const afterPaint = new MessageChannel();
    afterPaint.port1.onmessage = () => {
      inputs.forEach(type => window.removeEventListener(type, begin, true));
      resolve(performance.now() - began);
    };
    const check = () => {
      if (began !== undefined && isShown()) {
        afterPaint.port2.postMessage('');
      } else if (performance.now() > end) {
        reject(new Error(`Nothing shows ${selector}.`));
      } else {
        requestAnimationFrame(check);
      }
    };
    requestAnimationFrame(check);
  });
}
