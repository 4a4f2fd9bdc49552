import { DraftContent } from './DraftContent';
import type { DraftModel } from './types';
import { chooseContent } from './chooseContent';

const model = { entities: [{ name: 'Product' }] };
const other = { entities: [{ name: 'Order' }] };
const draft = '# mine\nentities: [{ name: Product }]';

function choose(options: {
  formData?: DraftModel;
  defaultModel?: DraftModel;
  draft?: string;
}) {
  const { content, restored } = chooseContent({
    formData: options.formData,
    defaultModel: options.defaultModel,
    draft:
      options.draft === undefined
        ? undefined
        : DraftContent.fromText(options.draft),
  });
  return { text: content.text, restored };
}

describe('chooseContent', () => {
  it('is empty where there is nothing', () => {
    expect(choose({})).toEqual({ text: '', restored: false });
    expect(choose({ formData: {} })).toEqual({ text: '', restored: false });
  });

  it('writes the model of the form as YAML', () => {
    expect(choose({ formData: model })).toEqual({
      text: 'entities:\n  - name: Product\n',
      restored: false,
    });
  });

  it('keeps comments and order back from a later step', () => {
    expect(choose({ formData: model, draft })).toEqual({
      text: draft,
      restored: false,
    });
  });

  it('restores the draft after a reload', () => {
    expect(choose({ formData: {}, draft })).toEqual({
      text: draft,
      restored: true,
    });
  });

  it('restores the draft over the model that the template starts with', () => {
    expect(choose({ formData: other, defaultModel: other, draft })).toEqual({
      text: draft,
      restored: true,
    });
  });

  it('starts with the model of the template where the form did not take it', () => {
    expect(choose({ formData: {}, defaultModel: model })).toEqual({
      text: 'entities:\n  - name: Product\n',
      restored: false,
    });
  });

  it('restores nothing where the draft is what the template starts with', () => {
    expect(choose({ formData: {}, defaultModel: model, draft })).toEqual({
      text: draft,
      restored: false,
    });
  });

  it('restores a draft that is not YAML yet', () => {
    expect(choose({ formData: {}, draft: 'entities: [' })).toEqual({
      text: 'entities: [',
      restored: true,
    });
  });

  it('keeps to the form where it holds another model than the draft', () => {
    expect(choose({ formData: other, draft }).text).toContain('Order');
    expect(choose({ formData: other, draft: 'entities: [' }).text).toContain(
      'Order',
    );
  });
});
