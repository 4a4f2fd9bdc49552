import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ImportDialog } from '../ImportDialog';

export const CSV = 'name,age\nAda,36\nBruno,\n';
export const SCHEMA = JSON.stringify({
  title: 'Person',
  properties: {
    name: { type: 'string' },
    home: { $ref: 'https://a.example/address.json' },
  },
});
export const MODEL = '# ours\nentities:\n  - name: Thing\n';

export async function open() {
  const onImport = jest.fn();
  const onClose = jest.fn();
  renderInTestApp(
    <ImportDialog isOpen onClose={onClose} onImport={onImport} />,
  );
  const dialog = await screen.findByRole('dialog', { name: 'Import a model' });
  return { dialog, onImport, onClose };
}

export const textBox = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', {
    name: /Schema or model as text/,
  });

export async function paste(text: string) {
  await userEvent.click(textBox());
  await userEvent.paste(text);
}

export const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

export function fileOf(
  text: string | Uint8Array,
  name: string,
  size?: number,
): File {
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

export const choose = (file: File) =>
  userEvent.upload(
    screen.getByLabelText('File with a schema or a model'),
    file,
    {
      applyAccept: false,
    },
  );

const MOST_STOPS = 20;

export async function tabTo(element: HTMLElement) {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (document.activeElement === element) return;
    await userEvent.tab();
  }
  expect(element).toHaveFocus();
}

export async function chooseFormat(name: string) {
  await press(/^Detect/);
  await userEvent.click(await screen.findByRole('option', { name }));
}
