import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { countMessages } from './translations/counts';
import { designerMessages } from './translations/designer';
import { diagramMessages } from './translations/diagram';
import { previewMessages } from './translations/preview';
import { reviewMessages } from './translations/review';
import { tableMessages } from './translations/table';
import { textMessages } from './translations/text';
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
    counts: countMessages,
    designer: designerMessages,
    diagram: diagramMessages,
    preview: previewMessages,
    review: reviewMessages,
    table: tableMessages,
    text: textMessages,
    transfer: transferMessages,
  },
});
