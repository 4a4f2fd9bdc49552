/** The last step before a task is started. */
export class ReviewStep {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** The summary of the model. */
  get model() {
    return this.#page.getByRole('region', { name: 'Data model' });
  }

  async entityNames() {
    const names = this.model.getByRole('heading', { level: 4 });
    await names.first().waitFor();
    return names.evaluateAll(headings =>
      headings.map(heading => heading.querySelector('span').textContent),
    );
  }

  async openEntity(name) {
    await this.model
      .getByRole('button', { name: new RegExp(`^${name} `) })
      .click();
  }

  /** Name, type and rules of the fields of an open entity. */
  async fieldsOf(entity) {
    const rows = this.model
      .getByRole('table', { name: `Fields of ${entity}` })
      .locator('tbody tr');
    await rows.first().waitFor();
    return rows.evaluateAll(found =>
      found.map(row => [...row.cells].map(cell => cell.innerText.trim())),
    );
  }
}
