/** What the inputs for the details of a field are called. */
export const DETAILS = {
  minLength: 'Minimum length',
  maxLength: 'Maximum length',
  pattern: 'Pattern',
  minimum: 'Minimum',
  maximum: 'Maximum',
  precision: 'Precision',
  scale: 'Scale',
};

/** What the boxes of a field are called. */
export const FLAGS = {
  required: 'Required',
  unique: 'Unique',
  index: 'Index',
  searchable: 'Search',
};

/** The table view of the designer, worked with the mouse. */
export class TableView {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** The name of a new entity has the focus. */
  async addEntity(name) {
    await this.#page
      .getByRole('button', { name: /^Add (the first )?entity$/ })
      .click();
    await this.#page.keyboard.type(name);
    await this.#page
      .getByRole('navigation', { name: 'Entities' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .waitFor();
  }

  async chooseEntity(name) {
    await this.#page
      .getByRole('navigation', { name: 'Entities' })
      .getByRole('button', { name: new RegExp(`^${name} ?\\d`) })
      .click();
    await this.#page.getByRole('region', { name: `Entity ${name}` }).waitFor();
  }

  /** Adds a field to the chosen entity, as its row with this number. */
  async addField(owner, number, field) {
    await this.#press(`Fields of ${owner}`, 'Add field');
    // The name of the new row has the focus.
    await this.#page.keyboard.type(field.name);
    const cell = property =>
      this.cell(`${property} of field ${number} of ${owner}`);
    await cell('Type').selectOption(field.type);
    for (const [flag, label] of Object.entries(FLAGS)) {
      if (field[flag]) {
        await cell(label).check();
      }
    }
    await this.#describeField(`field ${number} of ${owner}`, field);
  }

  /** Adds a relation to the chosen entity, as its row with this number. */
  async addRelation(owner, number, relation) {
    await this.#press(`Relations of ${owner}`, 'Add relation');
    const cell = property =>
      this.cell(`${property} of relation ${number} of ${owner}`);
    await cell('Target').selectOption(relation.target);
    await cell('Kind').selectOption(relation.kind);
    await cell('Name').click({ clickCount: 3 });
    await this.#page.keyboard.type(relation.name);
    if (relation.required) {
      await cell('Required').check();
    }
    if (relation.onDelete) {
      await cell('On delete').selectOption(relation.onDelete);
    }
  }

  /** An input by its full name: `Type of field 1 of Venue`. */
  cell(name) {
    return this.#page.getByLabel(name, { exact: true });
  }

  async #press(section, button) {
    await this.#page
      .getByRole('region', { name: section, exact: true })
      .getByRole('button', { name: button, exact: true })
      .click();
  }

  async #describeField(place, field) {
    const wanted = Object.entries(DETAILS).filter(
      ([property]) => field[property] !== undefined,
    );
    if (wanted.length === 0 && !field.values) {
      return;
    }
    const details = await this.#openDetails(place, field);
    for (const [property, label] of wanted) {
      await details.getByLabel(label, { exact: true }).click();
      await this.#page.keyboard.type(`${field[property]}`);
    }
    if (field.values) {
      await this.#listValues(details, field.values);
    }
    if (field.default !== undefined) {
      await details.getByLabel('Default').selectOption(`${field.default}`);
    }
  }

  /** The details open by themselves where they hold a problem, as those of a new enum do. */
  async #openDetails(place, { type }) {
    if (type !== 'enum') {
      await this.#page
        .getByRole('button', { name: new RegExp(`^Details of ${place}\\b`) })
        .click();
    }
    const details = this.#page.getByRole('group', {
      name: `Details of ${place}`,
    });
    await details.waitFor();
    return details;
  }

  async #listValues(details, values) {
    for (const [index, value] of values.entries()) {
      const input = details.getByLabel(`Values ${index + 1}`, { exact: true });
      if (!(await input.isVisible())) {
        await details.getByRole('button', { name: 'Add value' }).click();
      }
      await input.click();
      await this.#page.keyboard.type(value);
    }
  }
}
