/** A pull request on the GitHub stand-in. */
export class PullRequestPage {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get #mergeButton() {
    return this.#page.getByRole('button', { name: 'Merge pull request' });
  }

  async open(url) {
    await this.#page.goto(url);
    await this.#mergeButton.waitFor();
  }

  /** The lines that a file gets and loses. */
  async changesOf(file) {
    const lines = this.#page
      .locator('details.file')
      .filter({ has: this.#page.getByText(file, { exact: true }) })
      .locator('tr.added td.line, tr.removed td.line');
    return lines.allTextContents();
  }

  async merge() {
    await this.#mergeButton.click();
    await this.#page.getByText('Merged by').waitFor();
  }
}
