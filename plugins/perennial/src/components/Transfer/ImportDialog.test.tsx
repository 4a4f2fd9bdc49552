import { renderInTestApp } from '@backstage/frontend-test-utils';
import { parseModel } from '@perennial/plugin-perennial-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ImportDialog } from './ImportDialog';
import { readSource } from './readSource';

// Stands in the way only where a test needs the moment before a source is read.
jest.mock('./readSource', () => ({
  ...jest.requireActual('./readSource'),
  readSource: jest.fn(jest.requireActual('./readSource').readSource),
}));

const CSV = 'name,age\nAda,36\nBruno,\n';
const SCHEMA = JSON.stringify({
  title: 'Person',
  properties: {
    name: { type: 'string' },
    home: { $ref: 'https://a.example/address.json' },
  },
});
const MODEL = '# ours\nentities:\n  - name: Thing\n';

async function open() {
  const onImport = jest.fn();
  const onClose = jest.fn();
  renderInTestApp(
    <ImportDialog isOpen onClose={onClose} onImport={onImport} />,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Import a model' });
  return { dialog, onImport, onClose };
}

const textBox = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', {
    name: /Schema or model as text/,
  });

async function paste(text: string) {
  await userEvent.click(textBox());
  await userEvent.paste(text);
}

const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

function fileOf(text: string | Uint8Array, name: string, size?: number): File {
  const bytes =
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const file = new File([], name);
  file.arrayBuffer = async () =>
    bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.byteLength,
    ) as ArrayBuffer;
  Object.defineProperty(file, 'size', { value: size ?? bytes.byteLength });
  return file;
}

const choose = (file: File) =>
  userEvent.upload(
    screen.getByLabelText('File with a schema or a model'),
    file,
    {
      applyAccept: false,
    },
  );

const MOST_STOPS = 20;

async function tabTo(element: HTMLElement) {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (document.activeElement === element) return;
    await userEvent.tab();
  }
  expect(element).toHaveFocus();
}

async function chooseFormat(name: string) {
  await press(/^Detect/);
  await userEvent.click(await screen.findByRole('option', { name }));
}

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

  it('says where a text is wrong, and keeps it', async () => {
    await open();
    const broken = '{\n  "openapi": "3.0.0",\n  "paths": {,\n}';
    await paste(broken);
    await chooseFormat('OpenAPI');
    await press('Read');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The OpenAPI cannot be read \(line \d/,
    );
    expect(textBox()).toHaveValue(broken);
    await userEvent.type(textBox(), ' ');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks for the format where a text does not tell', async () => {
    const { onImport } = await open();
    await paste('word');
    await press('Read');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The format was not recognised',
    );
    await chooseFormat('CSV');
    await press('Read');
    expect(await screen.findByText(/CSV · 1 entity/)).toBeVisible();
    expect(onImport).not.toHaveBeenCalled();
  });

  it('says that there is nothing to read', async () => {
    await open();
    await press('Read');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is nothing to read',
    );
  });

  it('refuses a paste of 10 MB at once, and keeps what was there', async () => {
    await open();
    await paste(CSV);
    const huge = 'x'.repeat(10 * 1024 * 1024);
    const paste10 = fireEvent.paste(textBox(), {
      clipboardData: { getData: () => huge },
    });

    expect(paste10).toBe(false);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The text is larger than 5 MiB',
    );
    expect(textBox()).toHaveValue(CSV);
    fireEvent.change(textBox(), { target: { value: huge } });
    expect(textBox()).toHaveValue(CSV);
  });

  it('refuses a file of 10 MB without opening it', async () => {
    await open();
    const file = fileOf('', 'dump.sql', 10 * 1024 * 1024);
    file.arrayBuffer = jest.fn();
    await choose(file);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      '"dump.sql" is larger than 5 MiB',
    );
    expect(file.arrayBuffer).not.toHaveBeenCalled();
  });

  it.each<[string, File, RegExp]>([
    [
      'is not text',
      fileOf('a\0b', 'logo.png'),
      /"logo.png" is not a text file/,
    ],
    [
      'cannot be opened',
      Object.assign(fileOf('a', 'gone.csv'), {
        arrayBuffer: () => Promise.reject(new Error('gone')),
      }),
      /"gone.csv" could not be opened/,
    ],
  ])('says that a file %s', async (_what, file, message) => {
    await open();
    await choose(file);
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
  });

  it('keeps a long text off the page, and reads all of it', async () => {
    await open();
    const long = `name,age\n${'Ada,36\n'.repeat(20_000)}`;
    fireEvent.paste(textBox(), { clipboardData: { getData: () => long } });

    expect(await screen.findByText('Pasted text, 137 KiB')).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await press('Read');
    expect(await screen.findByText(/CSV · 1 entity · 2 fields/)).toBeVisible();
    await press('Back');
    await press('Remove');
    expect(textBox()).toHaveValue('');
  });

  it('says that it is reading, and can be told not to', async () => {
    const { onClose } = await open();
    let finish: () => void = () => {};
    jest.mocked(readSource).mockImplementationOnce(
      () =>
        new Promise(resolve => {
          finish = () =>
            resolve({
              name: 'late',
              text: '',
              counts: { entities: 1, fields: 0, relations: 0 },
              notes: [],
              problemCount: 0,
            });
        }),
    );
    await paste(CSV);
    await press('Read');

    await waitFor(() =>
      expect(
        screen.getAllByRole('status').map(one => one.textContent),
      ).toContain('Reading the CSV…'),
    );
    await press('Cancel');
    finish();
    await press('Read');
    expect(await screen.findByText(/CSV · 1 entity/)).toBeVisible();
    expect(screen.queryByText(/late/)).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says that a reader could not be loaded', async () => {
    await open();
    jest
      .mocked(readSource)
      .mockRejectedValueOnce(new Error('Loading chunk 7 failed'));
    await paste(CSV);
    await press('Read');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'could not be loaded',
    );
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
