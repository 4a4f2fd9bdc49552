/** Texts of the preview of a service. */
export const previewMessages = {
  title: 'Preview',
  open: 'Preview the service',
  subtitle: 'The files and the API that the template makes of this model',
  loading: 'Loading the preview…',
  loadFailed:
    'The preview could not be loaded. Reload the page; your model is kept.',
  tabs: { files: 'Files', api: 'API' },
  status: {
    files_one: '{{count}} file.',
    files_other: '{{count}} files.',
    added_one: '{{count}} added by the last edit.',
    added_other: '{{count}} added by the last edit.',
    changed_one: '{{count}} changed by the last edit.',
    changed_other: '{{count}} changed by the last edit.',
    removed_one: '{{count}} removed by the last edit.',
    removed_other: '{{count}} removed by the last edit.',
    running: 'Making the preview…',
    outdated: 'This is not what the form says now.',
  },
  change: { added: 'added', changed: 'changed', removed: 'removed' },
  tree: {
    label: 'Files of the service',
    filter: 'Find a file',
    onlyChanged: 'Only what changed',
    none: 'No file is like that.',
    opened: 'open',
    touched_one: '{{count}} file touched',
    touched_other: '{{count}} files touched',
  },
  file: {
    choose: 'Choose a file to read it.',
    label: 'Content of {{path}}',
    bytes_one: '{{count}} byte',
    bytes_other: '{{count}} bytes',
    executable: 'executable',
    loading: 'Loading the file…',
    binary: 'This file is not text.',
    missing:
      'This file is too large for the preview, or has changed since. Make the preview again to read it.',
  },
  api: {
    endpoints_one: '{{count}} endpoint',
    endpoints_other: '{{count}} endpoints',
    open: 'Open {{path}}',
    other: 'Other',
    none: 'This template puts no OpenAPI document among the files: the service describes its API itself, where it runs.',
    unreadable:
      'The OpenAPI document of this preview cannot be read at the moment.',
  },
  assumed: {
    title_one: '{{count}} answer is assumed',
    title_other: '{{count}} answers are assumed',
    body: 'The form has no answer to these yet, so the preview takes one.',
  },
  noModel: {
    title: 'There is no preview yet',
    body: 'It is made as soon as there is a model without problems.',
  },
  noTemplate: {
    title: 'There is nothing to preview here',
    body: 'A preview needs a template that is in the catalog. This form belongs to none, for example as it is being edited.',
  },
  failure: {
    retry: 'Try again',
    network: {
      title: 'The backend cannot be reached',
      body: 'Your model is safe. Check the connection, then try again.',
    },
    notInstalled: {
      title: 'This portal has no preview',
      body: 'Its backend lacks the plugin for it. Everything else works as usual.',
    },
    notFound: {
      title: 'The template is not there',
      body: 'It is not in the catalog any more, or you may not see it.',
    },
    forbidden: {
      title: 'You may not see previews',
      body: 'Ask whoever runs the portal for the permission perennial.preview.read. You can create the service all the same.',
    },
    busy: {
      title: 'Too many previews at once',
      body: 'Wait a moment, then try again.',
    },
    tooLarge: {
      title: 'The model is too large for a preview',
      body: 'You can create the service all the same.',
    },
    rejected: {
      title: 'There is no preview of this',
    },
    unavailable: {
      title: 'The preview could not be made',
      body: 'Your model is safe. Try again in a moment.',
    },
  },
} as const;
