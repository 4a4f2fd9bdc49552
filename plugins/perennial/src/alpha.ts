/**
 * What stands on the alpha interfaces of Backstage's scaffolder: the review
 * step that shows a model as a summary.
 *
 * @packageDocumentation
 */
export {
  perennialReviewModule,
  perennialReviewModule as default,
} from './wizard/reviewModule';
