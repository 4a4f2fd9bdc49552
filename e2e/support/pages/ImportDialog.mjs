/** The dialog that reads a model from another schema language. */
export class ImportDialog {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get root() {
    return this.#page.getByRole('dialog', { name: 'Import a model' });
  }

  async open() {
    await this.#page
      .getByRole('button', { name: 'Import', exact: true })
      .click();
    await this.root.waitFor();
  }

  /** A file on disk, or one that is made up: `{ name, mimeType, buffer }`. */
  async chooseFile(file) {
    await this.root
      .getByLabel('File with a schema or a model')
      .setInputFiles(file);
    await this.root.getByText(/, \d+ KiB$/).waitFor();
  }

  async paste(text) {
    await this.root.getByLabel('Schema or model as text').fill(text);
  }

  /** As a paste of a text that no key types. */
  async pasteAtOnce(text) {
    const box = this.root.getByLabel('Schema or model as text');
    await box.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        }),
      );
    }, text);
  }

  async read() {
    await this.root.getByRole('button', { name: 'Read', exact: true }).click();
  }

  /** What was read, once it was, in one line. */
  async waitForOutcome() {
    await this.root.getByText('The model was read').waitFor();
    return this.root.getByText(/\d+ entit(y|ies) · \d+ field/).innerText();
  }

  /** What could not be carried over. */
  async notes() {
    return this.root.getByRole('listitem').allInnerTexts();
  }

  /** Why nothing could be read, once that is said. */
  async waitForError() {
    const alert = this.root.getByRole('alert');
    await alert.waitFor();
    return alert.innerText();
  }

  /** From what was read to its source. */
  async goBack() {
    await this.root.getByRole('button', { name: 'Back', exact: true }).click();
    await this.root
      .getByRole('button', { name: 'Read', exact: true })
      .waitFor();
  }

  async use() {
    await this.root.getByRole('button', { name: 'Use this model' }).click();
    await this.root.waitFor({ state: 'hidden' });
  }

  async cancel() {
    await this.root.getByRole('button', { name: 'Cancel' }).click();
    await this.root.waitFor({ state: 'hidden' });
  }
}
