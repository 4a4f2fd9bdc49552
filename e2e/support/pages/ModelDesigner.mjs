/** The model designer in the form: what stands around its views, and the YAML. */
export class ModelDesigner {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  get #problems() {
    return this.#page.getByRole('region', { name: 'Problems' });
  }

  /** Everything that belongs to the designer; the form around it is not ours. */
  get root() {
    return this.#page.locator('form');
  }

  /** The YAML, while its view is the chosen one. */
  get textBox() {
    return this.#page.getByRole('textbox', { name: 'Data model as YAML' });
  }

  get startButton() {
    return this.#page.getByRole('button', { name: 'Start from an example' });
  }

  /** What is marked in the YAML, as it has a problem. */
  get markedText() {
    return this.#page.locator('.cm-lintRange-error');
  }

  /** Waits until the designer is there. */
  async waitUntilReady() {
    await this.#page
      .getByRole('tablist', { name: 'Views of the model' })
      .waitFor();
  }

  /** Chooses a view: `Table`, `Diagram` or `YAML`. */
  async chooseView(name) {
    await this.#page.getByRole('tab', { name, exact: true }).click();
  }

  async startFromExample(title) {
    await this.startButton.click();
    await this.#page
      .getByRole('menuitem', { name: new RegExp(`^${title}`) })
      .click();
  }

  /** Puts a text in the place of all that is there, as a paste does. */
  async write(text) {
    await this.chooseView('YAML');
    await this.textBox.click();
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text);
  }

  /** Pastes a text into the YAML, however large it is. */
  async paste(text) {
    await this.chooseView('YAML');
    await this.textBox.click();
    await this.textBox.evaluate((box, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      box.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        }),
      );
    }, text);
  }

  /** What is on screen of the YAML. */
  async text() {
    await this.chooseView('YAML');
    return this.textBox.innerText();
  }

  async waitUntilValid() {
    await this.#page.getByText('The model is valid').waitFor();
  }

  /** The problems that are listed, once there are some. */
  async problems() {
    await this.#problems.waitFor();
    return this.#problems.getByRole('button').allInnerTexts();
  }

  /** The problems that a pattern fits, once there is one. */
  async waitForProblem(pattern) {
    const fitting = this.#problems
      .getByRole('button')
      .filter({ hasText: pattern });
    await fitting.first().waitFor();
    return fitting.allInnerTexts();
  }

  async selectProblem(index) {
    await this.#problems.getByRole('button').nth(index).click();
  }

  get #undoButton() {
    return this.#page.getByRole('button', { name: 'Undo', exact: true });
  }

  get #redoButton() {
    return this.#page.getByRole('button', { name: 'Redo', exact: true });
  }

  async undo() {
    await this.#undoButton.click();
  }

  async redo() {
    await this.#redoButton.click();
  }

  async undoEverything() {
    while (await this.#undoButton.isEnabled()) {
      await this.undo();
    }
  }

  async redoEverything() {
    while (await this.#redoButton.isEnabled()) {
      await this.redo();
    }
  }

  /** Undoes what took the place of the model. */
  async bringMineBack() {
    await this.#page.getByRole('button', { name: 'Bring mine back' }).click();
  }

  async waitUntilRestored() {
    await this.#page.getByText('Your draft is back').waitFor();
  }

  async discardDraft() {
    await this.#page.getByRole('button', { name: 'Discard the draft' }).click();
  }

  async waitUntilChangedElsewhere() {
    await this.#page
      .getByText('This draft was changed in another tab')
      .waitFor();
  }

  async keepThisVersion() {
    await this.#page.getByRole('button', { name: 'Keep this version' }).click();
  }

  async takeOtherVersion() {
    await this.#page
      .getByRole('button', { name: 'Take the other version' })
      .click();
  }

  /** How bright the YAML and what is behind it are, from 0 to 255. */
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
