/** Texts of the designer around its views. */
export const designerMessages = {
  title: 'Data model',
  description:
    'The entities of the service, their fields and how they relate: as a table, as a diagram or as YAML.',
  loading: 'Loading the model designer…',
  views: {
    label: 'Views of the model',
    table: 'Table',
    diagram: 'Diagram',
    text: 'YAML',
    failed:
      'This view could not be loaded. Reload the page to try again; the other views work as usual.',
  },
  examples: {
    button: 'Start from an example',
    label: 'Example models',
  },
  undo: { button: 'Undo', tooltip: 'Undo: {{step}}' },
  redo: { button: 'Redo', tooltip: 'Redo: {{step}}' },
  steps: {
    load: 'Start from "{{name}}"',
    discard: 'Discard the draft',
    otherTab: 'Take the version of the other tab',
  },
  replaced: {
    title: '"{{name}}" has taken the place of your model.',
    undo: 'Bring mine back',
  },
  restored: {
    title: 'Your draft is back',
    body: 'This is what you last wrote here. Kept in this browser: {{date}}.',
    discard: 'Discard the draft',
  },
  otherTab: {
    title: 'This draft was changed in another tab',
    body: 'Nothing is lost: this tab keeps its version, and the other tab its own. Choose the one to go on with; until then this draft is not saved.',
    take: 'Take the other version',
    keep: 'Keep this version',
  },
  notKept: {
    title: 'This browser does not keep your draft',
    body: 'Its storage is full or turned off. Go on as usual, but do not reload the page before the service is created; Export saves the model as a file.',
  },
  status: {
    empty: 'No model yet',
    valid: 'The model is valid',
  },
  problems: {
    title: 'Problems',
    line: 'Line {{line}}',
    more_one: 'And {{count}} more. Mend these first.',
    more_other: 'And {{count}} more. Mend these first.',
  },
  validation: {
    missing:
      'needs a model. Start from an example or add an entity, and mend what is listed under the designer.',
    invalid_one: 'has {{count}} problem: {{place}}: {{message}} {{mend}}',
    invalid_other:
      'has {{count}} problems. The first: {{place}}: {{message}} {{mend}}',
  },
} as const;
