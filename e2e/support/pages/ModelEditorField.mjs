/** The data model in the form. */
export class ModelEditorField {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get textBox() {
    return this.#page.getByRole('textbox', { name: 'Data model as YAML' });
  }

  async startFromExample(title) {
    await this.textBox.waitFor();
    await this.#page
      .getByRole('button', { name: 'Start from an example' })
      .click();
    await this.#page
      .getByRole('menuitem', { name: new RegExp(`^${title}`) })
      .click();
  }

  async upload(file) {
    await this.textBox.waitFor();
    await this.#page
      .getByLabel('Upload a model as YAML or JSON')
      .setInputFiles(file);
  }

  /** Puts a text in the place of all that is there, as a paste does. */
  async write(text) {
    await this.textBox.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text);
  }

  async waitUntilValid() {
    await this.#page.getByText('The model is valid').waitFor();
  }

  /** The problems that are listed, once there are some. */
  async problems() {
    const list = this.#page.getByRole('region', { name: 'Problems' });
    await list.waitFor();
    return list.getByRole('button').allInnerTexts();
  }

  /** The problems that a pattern fits, once there is one. */
  async waitForProblem(pattern) {
    const fitting = this.#page
      .getByRole('region', { name: 'Problems' })
      .getByRole('button')
      .filter({ hasText: pattern });
    await fitting.first().waitFor();
    return fitting.allInnerTexts();
  }

  async selectProblem(index) {
    await this.#page
      .getByRole('region', { name: 'Problems' })
      .getByRole('button')
      .nth(index)
      .click();
  }

  /** How bright the text and what is behind it are, from 0 to 255. */
  async brightness() {
    return this.textBox.evaluate(box => {
      const mean = color => {
        const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
        return (red + green + blue) / 3;
      };
      let behind = box;
      while (/, 0\)$/.test(getComputedStyle(behind).backgroundColor)) {
        behind = behind.parentElement;
      }
      return [
        mean(getComputedStyle(box).color),
        mean(getComputedStyle(behind).backgroundColor),
      ];
    });
  }
}
