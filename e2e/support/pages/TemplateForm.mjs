/** The form of a template, step by step. */
export class TemplateForm {
  #page;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  /** Opens the Create page from the sidebar, as a person does. */
  static async openList(page) {
    await page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Create', exact: true })
      .click();
    await page.getByRole('button', { name: 'Choose' }).first().waitFor();
  }

  /** Chooses a template by the title on its card, and waits for the first field of its form. */
  static async choose(page, title, { firstField = 'Name' } = {}) {
    await page
      .locator('.MuiCard-root')
      .filter({ hasText: title })
      .getByRole('button', { name: 'Choose' })
      .click();
    const form = new TemplateForm(page);
    await form.waitForStep(firstField);
    return form;
  }

  /** Waits for the step that has a field. */
  async waitForStep(label) {
    await this.#page.getByLabel(label).first().waitFor();
  }

  /** The first step: what the service is called and who answers for it. */
  async describeService({ name, description, owner, system }) {
    await this.fillText('Name', name);
    await this.fillText('Description', description);
    await this.pick('Owner', owner);
    await this.pick('System', system);
  }

  async fillText(label, text) {
    await this.#page.getByRole('textbox', { name: label }).fill(text);
  }

  /** The step of the options, each left as it is. */
  async passOptions() {
    await this.waitForStep('Kubernetes');
    await this.next();
  }

  /** A field that offers what the catalog holds. */
  async pick(label, option) {
    await this.fillText(label, option);
    await this.#page
      .getByRole('option', { name: new RegExp(`^${option}$`, 'i') })
      .click();
  }

  /**
   * Like `pick`, for a field that chooses by itself, and is closed, where the
   * catalog holds but one. Until the catalog has answered it looks as if there
   * were several, so what is typed may come too late; keys then go nowhere.
   */
  async pickUnlessChosen(label, option) {
    const field = { name: label };
    await this.#page.getByRole('textbox', field).focus();
    await this.#page.keyboard.type(option);
    const offered = this.#page.getByRole('option', {
      name: new RegExp(`^${option}$`, 'i'),
    });
    const chosen = this.#page.getByRole('textbox', {
      ...field,
      disabled: true,
    });
    await offered.or(chosen).first().waitFor();
    if (await offered.isVisible()) {
      await offered.click();
    }
  }

  /** A field that offers a fixed list. */
  async select(label, option) {
    await this.#page.getByLabel(label).first().click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  /** A choice of yes and no. */
  async check(label) {
    await this.#page.getByLabel(label).first().check();
  }

  /** The last step. The field takes a name over when the focus leaves it. */
  async chooseRepository({ organisation, name }) {
    const settle = async () => {
      await this.#page.keyboard.press('Tab');
      await this.#page.waitForTimeout(300);
    };
    await this.fillText('Organization', organisation);
    await settle();
    await this.fillText('Repository name', name);
    await settle();
  }

  async next() {
    await this.#page.getByRole('button', { name: /^(Next|Review)$/ }).click();
  }

  /** The step before looks its choices up again, and moves until it has them. */
  async back() {
    await this.#page.getByRole('button', { name: 'Back' }).click();
    await this.#page.waitForLoadState('networkidle');
    await this.#page.waitForTimeout(500);
  }

  /** Starts the task from the review step and waits for its page. */
  async create(button = 'Create the service') {
    await this.#page.getByRole('button', { name: button }).click();
    await this.#page.waitForURL(/\/create\/tasks\//);
  }

  /** What keeps the form where it is, as its list at the top says. */
  async errors() {
    const items = this.#page.locator('form .MuiListItemText-root');
    await items.first().waitFor();
    return items.allInnerTexts();
  }
}
