import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogTrigger, Popover, Text } from '@backstage/ui';
import {
  RiAddLine,
  RiKeyboardLine,
  RiLayoutMasonryLine,
} from '@remixicon/react';
import { Panel } from '@xyflow/react';
import { perennialTranslationRef } from '../../../translation';
import styles from './panels.module.css';

const KEYS = [
  'arrows',
  'move',
  'enter',
  'rename',
  'relate',
  'remove',
  'relations',
  'escape',
] as const;

/** What can be done with the diagram as a whole. */
export function DiagramToolbar(props: {
  isReadOnly: boolean;
  isArranging: boolean;
  isEmpty: boolean;
  onAdd: () => void;
  onArrange: () => void;
}) {
  const { isReadOnly, isArranging, isEmpty, onAdd, onArrange } = props;
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <Panel
      position="top-left"
      className={styles.toolbar}
      role="toolbar"
      aria-label={t('diagram.toolbar')}
    >
      {!isReadOnly && (
        <Button
          size="small"
          variant="primary"
          iconStart={<RiAddLine />}
          onPress={onAdd}
        >
          {t('diagram.addEntity')}
        </Button>
      )}
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiLayoutMasonryLine />}
        isPending={isArranging}
        isDisabled={isEmpty}
        onPress={onArrange}
      >
        {t('diagram.arrange')}
      </Button>
      <DialogTrigger>
        <Button size="small" variant="secondary" iconStart={<RiKeyboardLine />}>
          {t('diagram.keys.button')}
        </Button>
        <Popover aria-label={t('diagram.keys.title')}>
          <div className={styles.popover}>
            <Text weight="bold">{t('diagram.keys.title')}</Text>
            <dl className={styles.keys}>
              {KEYS.map(key => (
                <div key={key}>
                  <dt>
                    <kbd>{t(`diagram.keys.names.${key}`)}</kbd>
                  </dt>
                  <dd>{t(`diagram.keys.items.${key}`)}</dd>
                </div>
              ))}
            </dl>
          </div>
        </Popover>
      </DialogTrigger>
    </Panel>
  );
}
