import { identityApiRef } from '@backstage/frontend-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { DraftStore } from '../../../draft/DraftStore';
import { ModelDesigner } from '../ModelDesigner';
import type { ModelDesignerProps, ModelDesignerUiOptions } from '../schema';

export const productText = `entities:
  - name: Product
    fields:
      - { name: sku, type: string }
`;
export const productModel = {
  entities: [{ name: 'Product', fields: [{ name: 'sku', type: 'string' }] }],
};
export const ada = 'user:default/ada';
export const store = (userRef = ada) =>
  new DraftStore({ userRef, pathname: '/', fieldId: 'root_model' });

export interface FormProps {
  onChange?: (model: unknown) => void;
  onSubmit?: () => void;
  options?: ModelDesignerUiOptions;
  initial?: Record<string, unknown>;
  default?: Record<string, unknown>;
  readonly?: boolean;
  userRef?: string;
}

export function Form(props: FormProps) {
  const [formData, setFormData] = useState(props.initial);
  const [isShown, setIsShown] = useState(true);
  const fieldProps = {
    formData,
    onChange: (model: Record<string, unknown>) => {
      setFormData(model);
      props.onChange?.(model);
    },
    schema: { title: 'Data model', default: props.default },
    uiSchema: { 'ui:options': props.options },
    idSchema: { $id: 'root_model' },
    readonly: props.readonly,
    required: true,
  } as unknown as ModelDesignerProps;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        props.onSubmit?.();
      }}
    >
      {isShown && <ModelDesigner {...fieldProps} />}
      <button type="button" onClick={() => setIsShown(!isShown)}>
        Other step
      </button>
      <button type="submit">Next</button>
    </form>
  );
}

export async function renderForm(props: FormProps = {}) {
  const onChange = jest.fn();
  const identity = mockApis.identity({ userEntityRef: props.userRef ?? ada });
  const view = renderInTestApp(
    <TestApiProvider apis={[[identityApiRef, identity]]}>
      <Form onChange={onChange} {...props} />
    </TestApiProvider>,
  );
  const editor = await openText();
  return { onChange, editor, view };
}

export async function openText() {
  await userEvent.click(await screen.findByRole('tab', { name: 'YAML' }));
  return await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Data model as YAML',
  });
}

export async function replaceText(editor: HTMLElement, text: string) {
  await userEvent.clear(editor);
  await userEvent.click(editor);
  await userEvent.paste(text);
}

export async function chooseExample(title: RegExp) {
  await userEvent.click(
    screen.getByRole('button', { name: 'Start from an example' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: title }));
}

export const verdict = (text: string | RegExp) =>
  waitFor(() =>
    expect(
      screen.getAllByRole('status').map(element => element.textContent),
    ).toContainEqual(expect.stringMatching(text)),
  );
