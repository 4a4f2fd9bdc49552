/** Texts of the field that edits a model as text. */
export const modelEditorMessages = {
  title: 'Data model',
  description:
    'The entities of the service, their fields and how they relate, as YAML.',
  editorLabel: 'Data model as YAML',
  loading: 'Loading the editor…',
  loadFailed:
    'The editor could not be loaded, so this is a plain text box. Everything else works as usual.',
  keyboardHint:
    'Tab indents. To leave the editor with the keyboard, press Escape, then Tab.',
  placeholder: 'Start from an example, or write your first entity here.',
  examples: {
    button: 'Start from an example',
    label: 'Example models',
  },
  upload: {
    button: 'Upload a file',
    label: 'Upload a model as YAML or JSON',
    tooLarge:
      '"{{name}}" is larger than {{limit}}. Upload a smaller model file.',
    notText: '"{{name}}" is not a text file. Upload a model as YAML or JSON.',
    unreadable:
      '"{{name}}" could not be read. Check that the file still exists, then try again.',
  },
  replace: {
    title: 'Replace your model?',
    body: 'You have edited the model since it was loaded. "{{name}}" takes the place of everything in the editor.',
    confirm: 'Replace',
    cancel: 'Keep mine',
  },
  restored: {
    title: 'Your draft is back',
    body: 'This is what you last wrote here, in this tab.',
    discard: 'Discard the draft',
  },
  status: {
    empty: 'No model yet',
    valid: 'The model is valid',
    problems_one: '{{count}} problem',
    problems_other: '{{count}} problems',
  },
  problems: {
    title: 'Problems',
    place: 'Line {{line}}',
    more_one: 'And {{count}} more. Mend these first.',
    more_other: 'And {{count}} more. Mend these first.',
  },
  summary: {
    title: 'What will be made',
    entities_one: '{{count}} entity',
    entities_other: '{{count}} entities',
    fields_one: '{{count}} field',
    fields_other: '{{count}} fields',
    relations_one: '{{count}} relation',
    relations_other: '{{count}} relations',
    endpoints_one: '{{count}} endpoint',
    endpoints_other: '{{count}} endpoints',
    entityColumn: 'Entity',
    pathColumn: 'API path',
    fieldsColumn: 'Fields',
    relationsColumn: 'Relations',
    more_one: 'And {{count}} more entity.',
    more_other: 'And {{count}} more entities.',
    owned: 'owned',
    softDelete: 'soft delete',
  },
  validation: {
    missing:
      'needs a model. Start from an example or write one, and mend what is listed under the editor.',
    invalid_one: 'has {{count}} problem: {{place}}: {{message}} {{mend}}',
    invalid_other:
      'has {{count}} problems. The first: {{place}}: {{message}} {{mend}}',
  },
} as const;
