import { untilIdle } from './idle.mjs';

/** Further than any control of a page is away. */
const MOST_STEPS = 400;

/** Works a page with nothing but keys: every step is one that a person can take. */
export class Keyboard {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  async type(text) {
    await this.#page.keyboard.type(text);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
    }
  }

  /** Goes on with Tab to the control of this name. */
  async goTo(name) {
    await this.#step('Tab', name);
  }

  /** Goes back with Shift and Tab to the control of this name. */
  async goBackTo(name) {
    await this.#step('Shift+Tab', name);
  }

  /** Goes up with the arrow key to the control whose name starts like this. */
  async climbTo(name) {
    await this.#step('ArrowUp', new RegExp(`^${name}(?![a-z])`));
  }

  /** Presses the control of this name, further on. */
  async activate(name) {
    await this.goTo(name);
    await this.press('Enter');
  }

  /**
   * Presses the button of this name that hands on what the form holds. The
   * form hears of a text when the page has time; keys alone leave it none.
   */
  async submit(name) {
    await this.goTo(name);
    await untilIdle(this.#page);
    await this.press('Enter');
  }

  /** Waits until the control of this name has the focus. */
  async waitForFocus(name) {
    await this.#page.waitForFunction(readFocus, name);
  }

  async #step(key, name) {
    const seen = [];
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const focused = await this.#page.evaluate(readFocus);
      if (name instanceof RegExp ? name.test(focused) : focused === name) {
        return;
      }
      seen.push(focused);
      await this.press(key);
    }
    throw new Error(
      `No control is called "${name}". The first ones on the way: ${seen
        .slice(0, 60)
        .join(' | ')}`,
    );
  }
}

/**
 * What a screen reader would call the control with the focus; with a wanted
 * name, only if it is that one. Runs in the page.
 */
function readFocus(wanted) {
  const element = document.activeElement;
  const labels = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map(id => document.getElementById(id)?.textContent ?? '');
  const name = [
    element.getAttribute('aria-label'),
    labels.join(' '),
    element.labels?.[0]?.textContent,
    element.textContent,
  ].find(candidate => candidate?.trim());
  const plain = (name ?? '').replace(/\s+/g, ' ').trim();
  return wanted === undefined || wanted === plain ? plain : undefined;
}
