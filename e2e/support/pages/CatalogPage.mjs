/** The page of an entity in the catalog. */
export class CatalogPage {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  async waitForTitle(title) {
    await this.#page.getByRole('heading', { name: title, level: 2 }).waitFor();
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
