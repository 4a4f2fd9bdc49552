import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { ModelDesignerProps } from './schema';

const ModelDesigner = lazy(() =>
  import('./ModelDesigner').then(module => ({ default: module.ModelDesigner })),
);

/**
 * The designer, loaded where a form shows it: Backstage loads every field of
 * every plugin with the list of templates already.
 */
export function LazyModelDesigner(props: ModelDesignerProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <Suspense
      fallback={
        <div role="status" aria-label={t('designer.loading')}>
          <Skeleton width="100%" height="24rem" />
        </div>
      }
    >
      <ModelDesigner {...props} />
    </Suspense>
  );
}
