import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  choose,
  chooseFormat,
  CSV,
  fileOf,
  open,
  paste,
  press,
  textBox,
} from './__testUtils__/testImport';
import { readSource } from './readSource';

// Stands in the way only where a test needs the moment before a source is read.
jest.mock('./readSource', () => ({
  ...jest.requireActual('./readSource'),
  readSource: jest.fn(jest.requireActual('./readSource').readSource),
}));

describe('an ImportDialog with what it cannot read', () => {
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
});
