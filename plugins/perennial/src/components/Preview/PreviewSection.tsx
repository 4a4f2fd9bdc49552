import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Alert,
  Skeleton,
} from '@backstage/ui';
import { Suspense, lazy, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { PreviewPanelProps } from './PreviewPanel';

function FailedPanel() {
  const { t } = useTranslationRef(perennialTranslationRef);
  return <Alert status="warning" icon title={t('preview.loadFailed')} />;
}

const Panel = lazy(() =>
  import('./PreviewPanel').then(
    module => ({ default: module.PreviewPanel }),
    () => ({ default: FailedPanel }),
  ),
);

/** The preview, to be opened: closed, it loads nothing and asks for nothing. */
export function PreviewSection(props: PreviewPanelProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const [isOpen, setIsOpen] = useState(false);

  return (
    <Accordion isExpanded={isOpen} onExpandedChange={setIsOpen}>
      <AccordionTrigger
        level={4}
        title={t('preview.open')}
        subtitle={t('preview.subtitle')}
      />
      <AccordionPanel>
        {isOpen && (
          <Suspense
            fallback={
              <div role="status" aria-label={t('preview.loading')}>
                <Skeleton width="100%" height="16rem" />
              </div>
            }
          >
            <Panel {...props} />
          </Suspense>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
