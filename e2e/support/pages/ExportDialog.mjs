import { readFile } from 'node:fs/promises';

/** The dialog that writes a model in another language. */
export class ExportDialog {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get root() {
    return this.#page.getByRole('dialog', { name: 'Export the model' });
  }

  async open() {
    await this.#page
      .getByRole('button', { name: 'Export', exact: true })
      .click();
    await this.root.waitFor();
  }

  async choose(format) {
    await this.root.getByText(format, { exact: true }).click();
  }

  /** What is shown of the file. */
  async preview() {
    return this.root.getByRole('region', { name: /^Preview of/ }).innerText();
  }

  /** Downloads the file, and tells what is in it. */
  async download() {
    const download = this.#page.waitForEvent('download');
    await this.root.getByRole('button', { name: /^Download/ }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  async close() {
    await this.#page.keyboard.press('Escape');
    await this.root.waitFor({ state: 'hidden' });
  }
}
