/** Texts of the YAML view. */
export const textMessages = {
  label: 'Data model as YAML',
  loading: 'Loading the editor…',
  loadFailed:
    'The editor could not be loaded, so this is a plain text box. Everything else works as usual.',
  keyboardHint:
    'Ctrl+Space completes, Tab indents. To leave the editor with the keyboard, press Escape, then Tab.',
  placeholder: 'Start from an example, or write your first entity here.',
  typed: 'Change of the text',
  tooLong: {
    title: 'The text would be larger than 1 MiB',
    body: 'It was not taken over, and your model is as it was. Split a model of that size over several services; another schema language goes in through Import.',
  },
} as const;
