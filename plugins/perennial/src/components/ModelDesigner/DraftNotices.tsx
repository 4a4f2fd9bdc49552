import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import type { DraftKeeping } from './useStoredDraft';

/** What somebody has to know about the draft, with what can be done. */
export function DraftNotices(props: {
  keeping: DraftKeeping;
  /** When the draft that came back was kept. */
  restoredFrom: Date | undefined;
  isDisabled: boolean;
  onDiscard: () => void;
}) {
  const { keeping, restoredFrom, isDisabled, onDiscard } = props;
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <>
      {restoredFrom && (
        <Alert
          status="info"
          icon
          title={t('designer.restored.title')}
          description={t('designer.restored.body', {
            date: formatDate(restoredFrom),
          })}
          customActions={
            <Button
              size="small"
              variant="secondary"
              isDisabled={isDisabled}
              onPress={onDiscard}
            >
              {t('designer.restored.discard')}
            </Button>
          }
        />
      )}
      {keeping.theirs && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={t('designer.otherTab.title')}
          description={t('designer.otherTab.body')}
          customActions={
            <Flex gap="2">
              <Button
                size="small"
                variant="secondary"
                isDisabled={isDisabled}
                onPress={keeping.takeTheirs}
              >
                {t('designer.otherTab.take')}
              </Button>
              <Button
                size="small"
                variant="secondary"
                isDisabled={isDisabled}
                onPress={keeping.keepMine}
              >
                {t('designer.otherTab.keep')}
              </Button>
            </Flex>
          }
        />
      )}
      {keeping.hasFailed && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={t('designer.notKept.title')}
          description={t('designer.notKept.body')}
        />
      )}
    </>
  );
}

function formatDate(date: Date): string {
  return Number.isNaN(date.getTime())
    ? ''
    : date.toLocaleString(undefined, {
        dateStyle: 'medium',
        timeStyle: 'short',
      });
}
