/** The status of a preview that is done and has nothing before it. */
export const FILES_ARE_THERE = /^\d+ files\.$/;

/** The preview of a service in the designer. */
export class PreviewPanel {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get root() {
    return this.#page.getByRole('region', { name: 'Preview', exact: true });
  }

  get #tree() {
    return this.root.getByRole('treegrid', { name: 'Files of the service' });
  }

  get #trigger() {
    return this.#page.getByRole('button', { name: /^Preview the service/ });
  }

  async open() {
    await this.#trigger.click();
  }

  async close() {
    await this.#trigger.click();
    await this.root.waitFor({ state: 'hidden' });
  }

  /** Waits for a status, such as `FILES_ARE_THERE`. */
  async waitForStatus(pattern) {
    await this.root.getByText(pattern).waitFor();
  }

  /** Looks a file up by a part of its path and opens it. */
  async openFile(path) {
    await this.root.getByLabel('Find a file').fill(path);
    const name = path.split('/').pop();
    await this.#tree
      .getByRole('row', { name: new RegExp(`^${name.replaceAll('.', '\\.')}`) })
      .last()
      .click();
    const file = this.root.getByRole('region', { name: path });
    await file.waitFor();
    return file;
  }

  /** The entries of the tree that bear a mark of the last edit. */
  async marked(mark) {
    const rows = this.#tree.getByRole('row', { name: new RegExp(`, ${mark}`) });
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  async clearFilter() {
    await this.root.getByLabel('Find a file').fill('');
  }

  async showOnlyChanged() {
    await this.root.getByRole('button', { name: 'Only what changed' }).click();
  }

  async openApi() {
    await this.root.getByRole('tab', { name: 'API' }).click();
  }

  /** The endpoints of a group: `GET /api/v1/…`. */
  async endpointsOf(group) {
    await this.root
      .getByRole('button', { name: new RegExp(`^${group} `) })
      .click();
    const items = this.root.getByRole('listitem');
    await items.first().waitFor();
    const texts = await items.allInnerTexts();
    return texts.map(text => text.split(/\s+/).slice(0, 2).join(' '));
  }

  async retry() {
    await this.root.getByRole('button', { name: 'Try again' }).click();
  }
}
