import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { designerMessages } from './translations/designer';
import { diagramMessages } from './translations/diagram';
import { modelEditorMessages } from './translations/modelEditor';
import { previewMessages } from './translations/preview';
import { reviewMessages } from './translations/review';
import { tableMessages } from './translations/table';
import { transferMessages } from './translations/transfer';

/**
 * Every text of this plugin but the problems of a model, which come from
 * `\@perennial/plugin-perennial-common` and are the same on the page, in the
 * action and at the command line.
 *
 * @public
 */
export const perennialTranslationRef = createTranslationRef({
  id: 'perennial',
  messages: {
    designer: designerMessages,
    diagram: diagramMessages,
    modelEditor: modelEditorMessages,
    preview: previewMessages,
    review: reviewMessages,
    table: tableMessages,
    transfer: transferMessages,
  },
});
