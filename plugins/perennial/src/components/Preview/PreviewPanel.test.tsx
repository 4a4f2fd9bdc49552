import {
  TestApiProvider,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import type { PreviewAnswer } from '@perennial/plugin-perennial-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import {
  PreviewFailure,
  type PreviewFailureKind,
  previewApiRef,
} from '../../api';
import { answer, file, model } from './__testUtils__/files';
import { PreviewPanel, type PreviewPanelProps } from './PreviewPanel';

const OPENAPI = JSON.stringify({
  openapi: '3.1.0',
  paths: {
    '/products': {
      get: { tags: ['Products'], summary: 'List products' },
      post: { tags: ['Products'], summary: 'Create a product' },
    },
  },
});
const FIRST = answer(
  [
    file('README.md', '# Shop\n'),
    file('openapi.json', OPENAPI),
    file('src/app.js', 'const a = 1;\nconst b = 2;\n'),
    file('src/old.js', 'gone\n'),
    file('src/logo.png', '', { text: undefined, omitted: 'binary' }),
  ],
  { assumed: [{ name: 'owner', value: 'group:default/example' }] },
);
const SECOND = answer([
  file('README.md', '# Shop\n'),
  file('openapi.json', OPENAPI),
  file('src/app.js', 'const a = 1;\nconst b = 3;\n'),
  file('src/logo.png', '', { text: undefined, omitted: 'binary' }),
  file('src/new.js', 'new\n'),
]);

const immediately: PreviewPanelProps['schedule'] = callback => {
  callback();
  return () => {};
};

/** The panel, and buttons that change what it is given. */
function renderPanel(
  preview: jest.Mock,
  changes: Record<string, Partial<PreviewPanelProps>> = {},
) {
  function Harness() {
    const [props, setProps] = useState<PreviewPanelProps>({
      model: model('Product'),
      templateRef: 'template:default/x',
      parameters: {},
      schedule: immediately,
    });
    return (
      <TestApiProvider apis={[[previewApiRef, { preview }]]}>
        {Object.entries(changes).map(([name, change]) => (
          <button
            key={name}
            type="button"
            onClick={() => setProps({ ...props, ...change })}
          >
            {name}
          </button>
        ))}
        <PreviewPanel {...props} />
      </TestApiProvider>
    );
  }
  renderInTestApp(<Harness />);
}

function row(name: string | RegExp) {
  return screen.findByRole('row', { name });
}

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

const EDIT = { Edit: { model: model('Other') } };

describe('PreviewPanel', () => {
  // The tree draws what is in sight, and nothing has a size here.
  beforeAll(() => {
    for (const side of ['clientWidth', 'clientHeight'] as const) {
      jest
        .spyOn(window.HTMLElement.prototype, side, 'get')
        .mockReturnValue(600);
    }
    // The editor measures letters, which jsdom does not lay out.
    window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  });

  afterAll(() => {
    jest.restoreAllMocks();
    delete (window.Range.prototype as Partial<Range>).getClientRects;
  });

  it('says that the preview is being made', async () => {
    renderPanel(jest.fn(() => new Promise(() => {})));
    expect(await screen.findByText('Making the preview…')).toBeVisible();
    expect(screen.queryByRole('treegrid')).toBeNull();
  });

  it('shows the files, and each of them', async () => {
    renderPanel(jest.fn(async () => FIRST));
    expect(await screen.findByText('5 files.')).toBeVisible();
    await userEvent.click(await row('src'));
    await userEvent.click(await row('app.js'));
    const content = await screen.findByRole('textbox', {
      name: 'Content of src/app.js',
    });
    expect(content).toHaveTextContent('const b = 2;');
    expect(await row('app.js, open')).toBeVisible();
    await userEvent.click(await row('logo.png'));
    expect(await screen.findByText('This file is not text.')).toBeVisible();
    await userEvent.click(await row('src'));
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: 'app.js' })).toBeNull(),
    );
  });

  it('can be used by keyboard alone', async () => {
    renderPanel(jest.fn(async () => FIRST));
    (await row('src')).focus();
    await userEvent.keyboard('{ArrowRight}');
    await row('app.js');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('textbox', { name: 'Content of src/app.js' }),
    ).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: /app.js/ })).toBeNull(),
    );
  });

  it('marks what the last edit changed', async () => {
    const preview = jest
      .fn()
      .mockResolvedValueOnce(FIRST)
      .mockResolvedValueOnce(SECOND);
    renderPanel(preview, EDIT);
    await screen.findByText('5 files.');
    await press('Edit');
    expect(
      await screen.findByText(
        '5 files. 1 added by the last edit. 1 changed by the last edit. 1 removed by the last edit.',
      ),
    ).toBeVisible();
    await userEvent.click(await row('src, 3 files touched'));
    await row('new.js, added');
    await row('old.js, removed');
    await userEvent.click(await row('app.js, changed'));
    const content = await screen.findByRole('textbox', {
      name: 'Content of src/app.js',
    });
    await waitFor(() => {
      expect(content.querySelector('.cm-changedLine')).toHaveTextContent(
        'const b = 3;',
      );
      expect(content.querySelector('.cm-deletedChunk')).toHaveTextContent(
        'const b = 2;',
      );
    });
    await press('Only what changed');
    await waitFor(() =>
      expect(screen.queryByRole('row', { name: 'README.md' })).toBeNull(),
    );
  });

  it('finds files by their names', async () => {
    renderPanel(jest.fn(async () => FIRST));
    await row('README.md');
    const filter = screen.getByRole('searchbox', { name: 'Find a file' });
    await userEvent.type(filter, 'APP');
    await row('app.js');
    expect(screen.queryByRole('row', { name: 'README.md' })).toBeNull();
    await userEvent.type(filter, 'x');
    expect(await screen.findByText('No file is like that.')).toBeVisible();
  });

  it('lists the API, and opens its document', async () => {
    renderPanel(jest.fn(async () => FIRST));
    await userEvent.click(await screen.findByRole('tab', { name: 'API' }));
    await press(/^Products/);
    const [first] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent('GET /products List products');
    await press('Open openapi.json');
    expect(
      await screen.findByRole('textbox', { name: 'Content of openapi.json' }),
    ).toBeVisible();
  });

  it('says where there is no API document', async () => {
    renderPanel(jest.fn(async () => answer([file('a')])));
    await userEvent.click(await screen.findByRole('tab', { name: 'API' }));
    expect(
      await screen.findByText(/puts no OpenAPI document among the files/),
    ).toBeVisible();
  });

  it('tells what it assumed', async () => {
    renderPanel(jest.fn(async () => FIRST));
    await userEvent.click(
      await screen.findByRole('button', { name: /1 answer is assumed/ }),
    );
    expect(await screen.findByText('group:default/example')).toBeVisible();
  });

  it('fetches a text that did not fit when it is opened', async () => {
    const large = file('large.txt', 'a lot', {
      text: undefined,
      omitted: 'tooLarge',
    });
    const whole = file('large.txt', 'a lot');
    const preview = jest.fn(
      async (request: { paths?: string[] }): Promise<PreviewAnswer> =>
        answer([request.paths ? whole : large]),
    );
    renderPanel(preview);
    await userEvent.click(await row('large.txt'));
    expect(
      await screen.findByRole('textbox', { name: 'Content of large.txt' }),
    ).toHaveTextContent('a lot');
    expect(preview).toHaveBeenLastCalledWith(
      expect.objectContaining({ paths: ['large.txt'] }),
      expect.anything(),
    );
  });

  it('explains that a model with problems has no preview, and keeps the last', async () => {
    renderPanel(
      jest.fn(async () => FIRST),
      { Break: { model: undefined } },
    );
    await screen.findByText('5 files.');
    await press('Break');
    expect(await screen.findByText('There is no preview yet')).toBeVisible();
    expect(
      screen.getByText('5 files. This is not what the form says now.'),
    ).toBeVisible();
    expect(await row('README.md')).toBeVisible();
  });

  it('explains that a form without a template has no preview', async () => {
    const preview = jest.fn(() => new Promise(() => {}));
    renderPanel(preview, { Leave: { templateRef: undefined } });
    await press('Leave');
    expect(
      await screen.findByText('There is nothing to preview here'),
    ).toBeVisible();
  });

  it.each<[PreviewFailureKind, string]>([
    ['network', 'The backend cannot be reached'],
    ['notInstalled', 'This portal has no preview'],
    ['notFound', 'The template is not there'],
    ['forbidden', 'You may not see previews'],
    ['busy', 'Too many previews at once'],
    ['tooLarge', 'The model is too large for a preview'],
    ['rejected', 'name: Use lower-case letters.'],
    ['unavailable', 'The preview could not be made'],
  ])(
    'says what %s means, keeps what there is, and tries again',
    async (kind, text) => {
      const failure = new PreviewFailure(kind, 'name: Use lower-case letters.');
      const preview = jest
        .fn()
        .mockResolvedValueOnce(FIRST)
        .mockRejectedValueOnce(failure)
        .mockResolvedValueOnce(SECOND);
      renderPanel(preview, EDIT);
      await screen.findByText('5 files.');
      await press('Edit');
      const alert = await screen.findByRole('alert');
      expect(within(alert).getByText(text)).toBeVisible();
      expect(await row('README.md')).toBeVisible();
      await press('Try again');
      await screen.findByText(/1 added by the last edit/);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('holds many files and draws only those in sight', async () => {
    const files = Array.from({ length: 500 }, (_, index) =>
      file(`file-${String(index).padStart(3, '0')}.txt`),
    );
    renderPanel(jest.fn(async () => answer(files)));
    expect(await screen.findByText('500 files.')).toBeVisible();
    await row('file-000.txt');
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find a file' }),
      '499',
    );
    expect(await row('file-499.txt')).toBeVisible();
  });

  it('has nothing that axe calls serious', async () => {
    renderPanel(
      jest.fn().mockResolvedValueOnce(FIRST).mockResolvedValueOnce(SECOND),
      EDIT,
    );
    await screen.findByText('5 files.');
    await press('Edit');
    await userEvent.click(await row('src, 3 files touched'));
    await userEvent.click(await row('app.js, changed'));
    await screen.findByRole('textbox', { name: 'Content of src/app.js' });
    const panel = screen.getByRole('region', { name: 'Preview' });
    const { violations } = await axe.run(panel, {
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations).toEqual([]);
  });
});
