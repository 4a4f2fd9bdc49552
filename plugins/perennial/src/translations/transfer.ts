/** Texts of import and export. */
export const transferMessages = {
  import: {
    button: 'Import',
    title: 'Import a model',
    intro:
      'From a file or a text of another schema language, or from a model of your own as YAML or JSON. Nothing leaves your browser.',
    file: {
      button: 'Choose a file',
      hint: 'or drop one here, or paste its text below.',
      label: 'File with a schema or a model',
      chosen: '{{name}}, {{size}}',
      pasted: 'Pasted text, {{size}}',
      remove: 'Remove',
      loading: 'Reading "{{name}}"…',
    },
    text: {
      label: 'Schema or model as text',
      held: 'The text is too long to be shown here; it is read as a whole.',
    },
    format: {
      label: 'Format',
      detect: 'Detect',
      detected: 'Detect: {{format}}',
      model: 'Perennial model',
    },
    read: 'Read',
    reading: 'Reading the {{format}}…',
    cancel: 'Cancel',
    back: 'Back',
    use: 'Use this model',
    errors: {
      title: 'This could not be read',
      tooLarge:
        '{{name}} is larger than {{limit}}. Leave out what is not schema, such as the rows of a dump, or import it in parts.',
      pasteName: 'The text',
      notText:
        '"{{name}}" is not a text file. Choose a file with a schema or a model.',
      unreadable:
        '"{{name}}" could not be opened. Check that it still exists, then choose it again.',
      empty: 'There is nothing to read. Choose a file or paste a text.',
      unknownFormat:
        'The format was not recognised. Choose it from the list, then read again.',
      notLoaded:
        'The reader of this format could not be loaded. Check the connection, then try again.',
    },
    outcome: {
      title: 'The model was read',
      lost_one: '{{count}} thing could not be carried over as it was',
      lost_other: '{{count}} things could not be carried over as they were',
      whole: 'Everything was carried over.',
      problems_one:
        'It has {{count}} problem, which the designer will show at its place.',
      problems_other:
        'It has {{count}} problems, which the designer will show at their places.',
      line: 'line {{line}}',
    },
  },
  export: {
    button: 'Export',
    none: 'There is no model to export yet.',
    title: 'Export the model',
    format: 'Format',
    preview: 'Preview of {{fileName}}',
    cut: 'This is the beginning. The file and the clipboard get all of it.',
    notValid_one:
      '{{format}} needs a model without problems, and this one has {{count}}. Mend it first; the YAML can be saved as it is.',
    notValid_other:
      '{{format}} needs a model without problems, and this one has {{count}}. Mend them first; the YAML can be saved as it is.',
    copy: 'Copy',
    copied: 'Copied to the clipboard',
    notCopied:
      'The browser does not let this page use the clipboard. Select the text and copy it, or download the file.',
    download: 'Download {{fileName}}',
  },
} as const;
