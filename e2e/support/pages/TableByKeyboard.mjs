import { DETAILS, FLAGS } from './TableView.mjs';

/** The table view of the designer, worked with nothing but keys. */
export class TableByKeyboard {
  #keyboard;

  /** @param {import('../Keyboard.mjs').Keyboard} keyboard */
  constructor(keyboard) {
    this.#keyboard = keyboard;
  }

  /** From the name of the last entity, or before the empty table. */
  async addEntity(name, { isFirst }) {
    if (isFirst) {
      await this.#keyboard.activate('Add the first entity');
    } else {
      await this.#keyboard.goBackTo('Add entity');
      await this.#keyboard.press('Enter');
    }
    await this.#keyboard.waitForFocus('Name');
    await this.#keyboard.type(name);
  }

  /** From a place before the end of the fields of the entity. */
  async addField(owner, number, field) {
    const row = `field ${number} of ${owner}`;
    await this.#keyboard.activate('Add field');
    await this.#keyboard.waitForFocus(`Name of ${row}`);
    await this.#keyboard.type(field.name);
    await this.#choose(`Type of ${row}`, field.type);
    for (const [flag, label] of Object.entries(FLAGS)) {
      if (field[flag]) {
        await this.#tick(`${label} of ${row}`);
      }
    }
    await this.#describeField(row, field);
  }

  /** From a place before the end of the relations of the entity. */
  async addRelation(owner, number, relation) {
    const row = `relation ${number} of ${owner}`;
    await this.#keyboard.activate('Add relation');
    await this.#keyboard.waitForFocus(`Target of ${row}`);
    await this.#keyboard.type(relation.target);
    await this.#keyboard.goBackTo(`Name of ${row}`);
    await this.#keyboard.press('ControlOrMeta+a');
    await this.#keyboard.type(relation.name);
    await this.#choose(`Kind of ${row}`, relation.kind);
    if (relation.required) {
      await this.#tick(`Required of ${row}`);
    }
    if (relation.onDelete) {
      await this.#choose(`On delete of ${row}`, relation.onDelete);
    }
  }

  /** From a place behind the list of entities. */
  async chooseEntity(name) {
    await this.#keyboard.goBackTo('Add entity');
    await this.#keyboard.press('Shift+Tab');
    await this.#keyboard.climbTo(name);
  }

  async #choose(label, value) {
    await this.#keyboard.goTo(label);
    await this.#keyboard.type(value);
  }

  async #tick(label) {
    await this.#keyboard.goTo(label);
    await this.#keyboard.press('Space');
  }

  async #describeField(row, field) {
    const wanted = Object.entries(DETAILS).filter(
      ([property]) => field[property] !== undefined,
    );
    if (field.values) {
      await this.#listValues(field.values);
    } else if (wanted.length > 0) {
      await this.#keyboard.activate(new RegExp(`^Details of ${row}\\b`));
    }
    for (const [property, label] of wanted) {
      await this.#keyboard.goTo(label);
      await this.#keyboard.type(`${field[property]}`);
    }
    if (field.default !== undefined) {
      await this.#choose('Default', `${field.default}`);
    }
  }

  /** The details of an enum open by themselves, as it has no values yet. */
  async #listValues([first, ...others]) {
    await this.#keyboard.activate('Add value');
    await this.#keyboard.waitForFocus('Values 1');
    await this.#keyboard.type(first);
    for (const [index, value] of others.entries()) {
      await this.#keyboard.press('Enter');
      await this.#keyboard.waitForFocus(`Values ${index + 2}`);
      await this.#keyboard.type(value);
    }
  }
}
