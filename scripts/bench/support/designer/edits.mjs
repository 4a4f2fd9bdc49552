import { timeInput } from './inputToPaint.mjs';

/** One of the middle, so that there is something before and after it. */
const ENTITY = 'Thing10';

/** Gets longer and longer, so no other edit is made to it. */
const RENAMED_ENTITY = 'Thing12';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The edits that are timed, by view. Each prepares itself and gives a function
 * that makes the edit once and tells its milliseconds.
 */
export const EDITS = {
  Table: [
    { name: 'type into the name of a field', prepare: typeFieldName },
    { name: 'make a field required or not', prepare: toggleRequired },
    { name: 'add a field', prepare: addField },
    { name: 'type into the name of an entity', prepare: typeEntityName },
  ],
  Diagram: [
    { name: 'rename an entity', prepare: renameInDiagram },
    { name: 'add a relation', prepare: page => relateInDiagram(page).add },
    {
      name: 'remove a relation',
      prepare: page => relateInDiagram(page).remove,
    },
  ],
  YAML: [{ name: 'type', prepare: page => typeText(page, '.cm-content') }],
};

/** Waits until a view can be worked with. */
export async function openView(page, view) {
  await page.getByRole('tab', { name: view, exact: true }).click();
  if (view === 'Table') {
    await chooseInTable(page, ENTITY);
  } else if (view === 'Diagram') {
    await page.getByLabel(new RegExp(`^${ENTITY},`)).waitFor();
  } else {
    await page.locator('.cm-content').waitFor();
  }
}

async function chooseInTable(page, entity) {
  await page
    .getByRole('navigation', { name: 'Entities' })
    .getByRole('button', { name: new RegExp(`^${entity}(?!\\d)`) })
    .click();
  await page.getByRole('region', { name: `Entity ${entity}` }).waitFor();
}

/** Letters that go on at the end of an input. */
async function typeInto(page, input, showsAt) {
  await input.focus();
  await page.keyboard.press('End');
  let text = await input.inputValue();
  let count = 0;
  return () => {
    const letter = LETTERS[count % LETTERS.length];
    count += 1;
    text += letter;
    return timeInput(page, {
      act: () => page.keyboard.press(letter),
      shows: showsAt(text),
    });
  };
}

async function typeFieldName(page) {
  const label = `Name of field 1 of ${ENTITY}`;
  const input = page.getByLabel(label, { exact: true });
  return typeInto(page, input, value => ({
    selector: `[aria-label="${label}"]`,
    property: 'value',
    value,
  }));
}

/** The list of entities shows the name as well. */
async function typeEntityName(page) {
  await chooseInTable(page, RENAMED_ENTITY);
  const input = page
    .getByRole('region', { name: `Entity ${RENAMED_ENTITY}` })
    .getByLabel('Name', { exact: true });
  return typeInto(page, input, includes => ({
    selector: 'nav[aria-label="Entities"]',
    property: 'textContent',
    includes,
  }));
}

async function toggleRequired(page) {
  const label = `Required of field 2 of ${ENTITY}`;
  const box = page.getByLabel(label, { exact: true });
  await box.focus();
  let value = await box.isChecked();
  return () => {
    value = !value;
    return timeInput(page, {
      act: () => page.keyboard.press('Space'),
      shows: {
        selector: `[aria-label="${label}"]`,
        property: 'checked',
        value,
      },
    });
  };
}

/** Each is undone, so that the entity keeps its size. */
async function addField(page) {
  const section = page.getByRole('region', {
    name: `Fields of ${ENTITY}`,
    exact: true,
  });
  const button = section.getByRole('button', { name: 'Add field' });
  const count = await section.locator('[aria-label^="Name of field "]').count();
  const selector = `[aria-label="Name of field ${count + 1} of ${ENTITY}"]`;
  return async () => {
    await button.focus();
    const milliseconds = await timeInput(page, {
      act: () => page.keyboard.press('Enter'),
      shows: { selector },
    });
    await page.keyboard.press('ControlOrMeta+z');
    await page.locator(selector).waitFor({ state: 'detached' });
    return milliseconds;
  };
}

async function renameInDiagram(page) {
  let name = ENTITY;
  let count = 0;
  return async () => {
    await page.getByLabel(new RegExp(`^${name},`)).focus();
    await page.keyboard.press('F2');
    await page.getByLabel('Name of the entity').waitFor();
    count += 1;
    name = count % 2 === 0 ? ENTITY : `${ENTITY}Renamed`;
    await page.keyboard.insertText(name);
    return timeInput(page, {
      act: () => page.keyboard.press('Enter'),
      shows: { selector: `.react-flow__node[aria-label^="${name},"]` },
    });
  };
}

/** From the chosen entity to itself: the relation that is there each second time. */
function relateInDiagram(page) {
  const label = `: ${ENTITY} to ${ENTITY}, `;
  const selector = `.react-flow__edge[aria-label*="${label}"]`;
  const timeAdding = async () => {
    await page.getByLabel(new RegExp(`^${ENTITY},`)).focus();
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: `Relate ${ENTITY}` });
    await dialog.getByRole('button', { name: /To$/ }).click();
    await page.getByRole('option', { name: ENTITY, exact: true }).click();
    await dialog.getByRole('button', { name: 'Add relation' }).focus();
    return timeInput(page, {
      act: () => page.keyboard.press('Enter'),
      shows: { selector },
    });
  };
  const timeRemoving = async () => {
    await page.locator(selector).focus();
    return timeInput(page, {
      act: () => page.keyboard.press('Delete'),
      shows: { selector, isGone: true },
    });
  };
  return {
    add: async () => {
      const milliseconds = await timeAdding();
      await timeRemoving();
      return milliseconds;
    },
    remove: async () => {
      await timeAdding();
      return timeRemoving();
    },
  };
}

/** Letters at the end of the description of the first entity. */
export async function typeText(page, selector) {
  await page.locator(selector).click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (const key of ['ArrowDown', 'ArrowDown', 'End']) {
    await page.keyboard.press(key);
  }
  let text = '';
  return () => {
    const letter = LETTERS[text.length % LETTERS.length];
    text += letter;
    return timeInput(page, {
      act: () => page.keyboard.press(letter),
      shows: {
        selector: '.cm-activeLine',
        property: 'textContent',
        includes: text,
      },
    });
  };
}
