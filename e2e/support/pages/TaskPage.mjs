const TASK_MS = 90_000;

/** The page of a running or finished task. */
export class TaskPage {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get #catalogLink() {
    return this.#page.getByRole('link', { name: 'Open in the catalog' });
  }

  get #failure() {
    return this.#page.getByRole('alert').getByText('Error:').first();
  }

  /** Follows the task until it has made everything. */
  async waitUntilDone() {
    await this.#catalogLink.or(this.#failure).waitFor({ timeout: TASK_MS });
    if (await this.#failure.isVisible()) {
      throw new Error(`The task failed: ${await this.#failure.innerText()}`);
    }
  }

  /** The message that a failed task shows. */
  async waitForFailure() {
    await this.#failure.waitFor({ timeout: TASK_MS });
    return this.#failure.innerText();
  }

  /** Waits for a line of the log: its end is on screen once the task is done. */
  async waitForLog(pattern) {
    await this.#page.getByText(pattern).last().waitFor();
  }

  async repositoryUrl() {
    return this.#page
      .getByRole('link', { name: 'Open the repository' })
      .getAttribute('href');
  }

  async pullRequestUrl() {
    return this.#page
      .getByRole('link', { name: 'Open the pull request' })
      .getAttribute('href');
  }

  async openInCatalog() {
    await this.#catalogLink.click();
    await this.#page.waitForURL(/\/catalog\//);
  }
}
