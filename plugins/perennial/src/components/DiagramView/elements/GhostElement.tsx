import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { perennialTranslationRef } from '../../../translation';
import { useElementActions } from './ElementActions';
import styles from './elements.module.css';
import type { GhostNode } from './types';

function GhostCard(props: NodeProps<GhostNode>) {
  const { ghost, isReadOnly } = props.data;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { addMissing } = useElementActions();

  return (
    <div className={styles.ghost}>
      <span className={styles.name}>
        {ghost.name
          ? t('diagram.ghost.label', { name: ghost.name })
          : t('diagram.ghost.labelUnnamed')}
      </span>
      <div className={styles.ghostLine}>
        <span>
          {ghost.name
            ? t('diagram.ghost.hint')
            : t('diagram.ghost.hintUnnamed')}
        </span>
        {ghost.name && !isReadOnly && (
          <Button
            className="nodrag nopan"
            size="small"
            variant="tertiary"
            onPress={() => addMissing(ghost.name)}
          >
            {t('diagram.ghost.add')}
          </Button>
        )}
      </div>
      <Handle
        type="target"
        id="whole"
        position={Position.Left}
        className={styles.whole}
        isConnectableStart={false}
        isConnectable={!isReadOnly}
        aria-hidden
      />
    </div>
  );
}

/** Stands for an entity that relations refer to although there is none. */
export const GhostElement = memo(GhostCard);
