import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import { Panel } from '@xyflow/react';
import { perennialTranslationRef } from '../../../translation';
import {
  useDesignerActions,
  useDesignerState,
} from '../../ModelDesigner/designerContext';
import type { DiagramGraph } from '../graph/types';
import styles from './panels.module.css';

/** What keeps the diagram from being edited, from being whole, or from being at all. */
export function Notices(props: {
  leftOut: DiagramGraph['leftOut'];
  isEmpty: boolean;
  isArranging: boolean;
}) {
  const { leftOut, isEmpty, isArranging } = props;
  const { state, readOnly } = useDesignerState();
  const { revealPlace } = useDesignerActions();
  const { t } = useTranslationRef(perennialTranslationRef);
  const isUnreadable = state === 'unreadable';

  return (
    <>
      <Panel position="bottom-center" className={styles.notices}>
        {isArranging && (
          <div role="status" className={styles.notice}>
            {t('diagram.arranging')}
          </div>
        )}
        {(leftOut.entities > 0 || leftOut.relations > 0) && (
          <Alert
            status="warning"
            icon
            title={t('diagram.leftOut', {
              entities: t('counts.entities', {
                count: leftOut.entities,
              }),
              relations: t('counts.relations', {
                count: leftOut.relations,
              }),
            })}
          />
        )}
        {isUnreadable && (
          <Alert
            status="warning"
            icon
            title={t('diagram.unreadable.title')}
            description={t('diagram.unreadable.body')}
            customActions={
              <Button
                size="small"
                variant="secondary"
                onPress={() => revealPlace([], 'text')}
              >
                {t('diagram.unreadable.open')}
              </Button>
            }
          />
        )}
        {readOnly && !isUnreadable && (
          <div className={styles.notice}>{t('diagram.readOnly')}</div>
        )}
      </Panel>
      {isEmpty && (
        <div className={styles.empty}>
          <Text variant="title-small" as="p">
            {t('diagram.empty.title')}
          </Text>
          <Text color="secondary" as="p">
            {readOnly ? t('diagram.empty.readOnly') : t('diagram.empty.body')}
          </Text>
        </div>
      )}
    </>
  );
}
