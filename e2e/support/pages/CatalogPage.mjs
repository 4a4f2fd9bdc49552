const RELOADS = 15;
const RELOAD_MS = 1_000;
/** The portal of the tests looks at each location twice a minute. */
const REFRESHES = 30;
const REFRESH_MS = 4_000;

/** The page of an entity in the catalog. */
export class CatalogPage {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * Waits for the page of an entity. The catalog registers a location at once
   * and reads its entities right after: whoever is faster reloads the page.
   */
  async waitForTitle(title) {
    const heading = this.#page.getByRole('heading', { name: title, level: 2 });
    const missing = this.#page.getByText('Entity not found');
    for (let attempt = 0; attempt < RELOADS; attempt++) {
      await heading.or(missing).first().waitFor();
      if (await heading.isVisible()) {
        return;
      }
      await this.#page.waitForTimeout(RELOAD_MS);
      await this.#page.reload();
    }
    await heading.waitFor();
  }

  /**
   * Waits for a relation that the catalog learns of when it reads the
   * repository the next time.
   */
  async waitForRelated(title) {
    const link = this.#page.getByRole('link', { name: title }).first();
    for (let attempt = 0; attempt < REFRESHES; attempt++) {
      await this.#page.waitForTimeout(REFRESH_MS);
      await this.#page.reload();
      await this.#page.waitForLoadState('networkidle');
      if (await link.isVisible()) {
        return;
      }
    }
    await link.waitFor();
  }

  /** Follows a link to another entity and waits for its page. */
  async openRelated(title) {
    await this.#page.getByRole('link', { name: title }).first().click();
    await this.waitForTitle(title);
  }

  /** The operations of an API as its definition shows them: `GET /api/v1/…`. */
  async operations() {
    const summaries = this.#page.locator('.opblock-summary-control');
    await summaries.first().waitFor();
    const texts = await summaries.allInnerTexts();
    return texts.map(text => {
      const [method, path] = text.replaceAll('\u200b', '').split(/\s+/);
      return `${method} ${path}`;
    });
  }
}
