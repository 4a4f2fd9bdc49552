import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LazyCodeEditor } from './LazyCodeEditor';

jest.mock('./CodeEditor', () => {
  throw new Error('Loading chunk 7 failed.');
});

describe('LazyCodeEditor', () => {
  it('falls back to a text box where the editor cannot be loaded', async () => {
    const onChange = jest.fn();
    renderInTestApp(
      <LazyCodeEditor
        text=""
        onChange={onChange}
        onTooLong={() => {}}
        maxLength={100}
        marks={[]}
        markedText=""
        reveal={undefined}
        readOnly={false}
        placeholder=""
        label="Model"
        describedBy=""
      />,
    );

    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Model' }),
      'e',
    );

    expect(onChange).toHaveBeenCalledWith('e');
    expect(screen.getByText(/could not be loaded/)).toBeInTheDocument();
  });
});
