import type { HumanDuration } from '@backstage/types';

export interface Config {
  perennial?: {
    /** Limits of the preview of a service before it is made. */
    preview?: {
      /** Bytes of a request. Default: 2 MiB */
      maximumBodyBytes?: number;
      /** Entities of a model. Default: 200 */
      maximumEntities?: number;
      /** Files of a service. Default: 5,000 */
      maximumFiles?: number;
      /**
       * Bytes of all texts in one answer. Those that no longer fit are left out, and
       * fetched when they are opened. Default: 4 MiB
       */
      maximumTextBytes?: number;
      /** Bytes of a template's layers. Default: 64 MiB */
      maximumTemplateBytes?: number;
      /** Templates from repositories that are kept for the next preview. Default: 8 */
      maximumTemplates?: number;
      /** How long a kept template is taken without asking whether it is current. Default: 1 minute */
      templateAge?: HumanDuration | string;
      /** How long one preview may take. Default: 30 seconds */
      timeout?: HumanDuration | string;
      /** Previews that this backend makes at once; of one person it makes one. Default: 2 */
      maximumConcurrent?: number;
      /** Previews that wait for their turn. Default: 20 */
      maximumWaiting?: number;
      /** Previews that one person may ask for in a minute. Default: 60 */
      maximumPerMinute?: number;
    };
  };
}
