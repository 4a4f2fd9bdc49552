export { ModelReview } from './ModelReview';
export { ModelReviewState } from './ModelReviewState';
