/** The diagram view of the designer, worked with the mouse. */
export class DiagramView {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  entity(name) {
    return this.#page.getByLabel(new RegExp(`^${name}, \\d+ fields?,`));
  }

  /** A relation by the names of its ends. */
  relation(source, target) {
    return this.#page.getByLabel(new RegExp(`: ${source} to ${target}, `));
  }

  /** Waits until everything has its place. */
  async waitUntilArranged() {
    await this.#page
      .getByText('Arranging the diagram…')
      .waitFor({ state: 'hidden' });
    await this.#page.locator('.react-flow__node').first().waitFor();
  }

  async addEntity(name) {
    await this.#page
      .getByRole('toolbar', { name: 'Diagram' })
      .getByRole('button', { name: 'Add entity' })
      .click();
    await this.#page.getByLabel('Name of the entity').waitFor();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.type(name);
    await this.#page.keyboard.press('Enter');
    await this.entity(name).waitFor();
  }

  /** Drags from the edge of one entity to another, and says what the relation is. */
  async relate(source, relation) {
    await this.#drag(source, relation.target);
    const panel = this.#page.getByRole('region', {
      name: `Relation of ${source}`,
    });
    await panel.getByLabel('Name', { exact: true }).click({ clickCount: 3 });
    await this.#page.keyboard.type(relation.name);
    if (relation.required) {
      await panel.getByText('Required', { exact: true }).click();
    }
    await panel.getByRole('button', { name: 'Close' }).click();
  }

  async #drag(source, target) {
    // Hovering waits until what is hovered over does not move any more.
    await this.entity(target).hover();
    await this.entity(source).hover();
    const handle = this.entity(source).locator('.react-flow__handle').last();
    const from = centreOf(await handle.boundingBox());
    const to = centreOf(await this.entity(target).boundingBox());
    const { mouse } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 10 });
    await mouse.up();
  }
}

function centreOf({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}
