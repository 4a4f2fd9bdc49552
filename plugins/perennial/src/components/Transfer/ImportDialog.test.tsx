import { parseModel } from '@perennial/plugin-perennial-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import {
  choose,
  CSV,
  fileOf,
  MODEL,
  open,
  paste,
  press,
  SCHEMA,
  tabTo,
  textBox,
} from './__testUtils__/testImport';

describe('ImportDialog', () => {
  it('reads a text, says what was lost, and hands the model on', async () => {
    const { onImport, onClose } = await open();
    await paste(SCHEMA);
    expect(
      screen.getByRole('button', { name: /Detect: JSON Schema/ }),
    ).toBeInTheDocument();
    await press('Read');

    expect(
      await screen.findByText(
        'JSON Schema · 1 entity · 2 fields · 0 relations',
      ),
    ).toBeInTheDocument();
    const notes = screen.getByRole('region', {
      name: '1 thing could not be carried over as it was',
    });
    expect(within(notes).getByRole('listitem')).toHaveTextContent(
      'schema Person, property home, line 1',
    );
    await press('Use this model');

    expect(onClose).toHaveBeenCalledTimes(1);
    const [{ name, text }] = onImport.mock.lastCall;
    expect(name).toBe('JSON Schema');
    expect(parseModel(text).entities[0].fields).toEqual([
      { name: 'name', type: 'string' },
      { name: 'home', type: 'json' },
    ]);
  });

  it('says once what was lost at several places', async () => {
    await open();
    await paste(
      'CREATE TABLE cars (car_no serial PRIMARY KEY, a int);\nCREATE TABLE vans (van_no serial PRIMARY KEY, a int);',
    );
    await press('Read');

    const notes = await screen.findByRole('region', {
      name: '2 things could not be carried over as they were',
    });
    expect(within(notes).getByRole('listitem')).toHaveTextContent(
      'table cars, column car_no, line 1 · table vans, column van_no, line 2The primary key is called id in the model.',
    );
  });

  it('moves the focus to what was read, and back to nothing lost', async () => {
    await open();
    await paste(CSV);
    await press('Read');

    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent('The model was read'),
    );
    expect(screen.getByText('Everything was carried over.')).toBeVisible();
    await press('Back');
    expect(textBox()).toHaveValue(CSV);
  });

  it('reads a file, whose name says what it is', async () => {
    const { onImport } = await open();
    await choose(fileOf(CSV, 'people.csv'));

    expect(await screen.findByText('people.csv, 1 KiB')).toBeVisible();
    expect(textBox()).toHaveValue(CSV);
    await press('Read');
    await screen.findByText('people.csv · 1 entity · 2 fields · 0 relations');
    await press('Use this model');
    expect(onImport).toHaveBeenCalledWith(
      expect.objectContaining({
        name: 'people.csv',
        text: expect.stringContaining('name: Person'),
      }),
    );
  });

  it('takes a file that is dropped', async () => {
    const { dialog } = await open();
    const area = within(dialog).getByText('Choose a file');
    const dataTransfer = {
      types: ['Files'],
      files: [fileOf(CSV, 'people.csv')],
    };
    expect(fireEvent.dragOver(area, { dataTransfer })).toBe(false);
    expect(fireEvent.drop(area, { dataTransfer })).toBe(false);

    expect(await screen.findByText('people.csv, 1 KiB')).toBeVisible();
  });

  it.each([
    [
      'UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...[...'a,ö\nb,c'].flatMap(letter => [letter.charCodeAt(0), 0]),
      ]),
    ],
    [
      'Windows-1252',
      new Uint8Array([...'a,ö\nb,c'].map(letter => letter.charCodeAt(0))),
    ],
  ])('reads a file in %s', async (_encoding, bytes) => {
    await open();
    await choose(fileOf(bytes, 'old.csv'));
    await waitFor(() => expect(textBox().value).toContain('a,ö'));
  });

  it('leaves a model of ours as it is, and says how many problems it has', async () => {
    const { onImport } = await open();
    await paste(MODEL);
    await press('Read');

    expect(await screen.findByText(/It has 1 problem/)).toBeVisible();
    await press('Use this model');
    expect(onImport).toHaveBeenCalledWith({
      name: 'Perennial model',
      text: MODEL,
    });
  });

  it('works by keyboard alone', async () => {
    const { onImport } = await open();
    await tabTo(textBox());
    await userEvent.paste(CSV);
    await tabTo(screen.getByRole('button', { name: 'Read' }));
    await userEvent.keyboard('{Enter}');
    await screen.findByText(/CSV · 1 entity/);
    await tabTo(screen.getByRole('button', { name: 'Use this model' }));
    await userEvent.keyboard('{Enter}');
    expect(onImport).toHaveBeenCalledTimes(1);
  });

  it('closes with Escape', async () => {
    const { onClose } = await open();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });

  it.each(['', SCHEMA])(
    'has nothing that axe calls serious, before and after reading %s',
    async text => {
      const { dialog } = await open();
      if (text !== '') {
        await paste(text);
        await press('Read');
        await screen.findByText(/1 entity/);
      }
      const { violations } = await axe.run(dialog, {
        rules: { 'color-contrast': { enabled: false } },
      });
      expect(violations).toEqual([]);
    },
  );
});
