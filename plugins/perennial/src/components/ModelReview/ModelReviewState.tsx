import {
  ReviewState,
  type ReviewStateProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import { useMemo } from 'react';
import { findModels } from './findModels';
import { ModelReview } from './ModelReview';

/** The values of a form before it is sent: models as a summary, the rest as Backstage shows it. */
export function ModelReviewState({ formState, schemas }: ReviewStateProps) {
  const { models, others } = useMemo(() => {
    const found = findModels({ formState, schemas });
    const keys = new Set(found.map(({ key }) => key));
    return {
      models: found,
      others: Object.fromEntries(
        Object.entries(formState).filter(([key]) => !keys.has(key)),
      ),
    };
  }, [formState, schemas]);

  return (
    <>
      <ReviewState formState={others} schemas={schemas} />
      {models.map(({ key, ...model }) => (
        <ModelReview key={key} {...model} />
      ))}
    </>
  );
}
