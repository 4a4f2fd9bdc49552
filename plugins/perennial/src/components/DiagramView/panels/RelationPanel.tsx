import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Box,
  Button,
  ButtonIcon,
  Select,
  Switch,
  Text,
  TextField,
} from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { Panel } from '@xyflow/react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { DraftProblem } from '../../../draft/DraftContent';
import { flagAt, textAt } from '../../../draft/readDraft';
import type { JsonObject, JsonValue } from '../../../draft/types';
import { perennialTranslationRef } from '../../../translation';
import type { EntityShape, RelationShape } from '../graph/types';
import { EntitySelect } from './EntitySelect';
import styles from './panels.module.css';
import { ProblemItems } from './ProblemItems';

const KINDS = ['manyToOne', 'oneToOne', 'manyToMany'] as const;
const ON_DELETES = ['default', 'restrict', 'cascade', 'setNull'] as const;

/** Everything about one relation. */
export function RelationPanel(props: {
  shape: RelationShape;
  relation: JsonObject;
  entities: readonly EntityShape[];
  problems: readonly DraftProblem[];
  isReadOnly: boolean;
  onChange: (member: string, value: JsonValue | undefined) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { shape, relation, entities, problems, isReadOnly } = props;
  const { onChange, onRemove, onClose } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const source = shape.sourceName || t('diagram.entity.unnamed');
  const isLink = shape.kind === 'manyToMany';

  useEffect(() => {
    const first = root.current?.querySelector('input');
    first?.focus();
    first?.select();
  }, [shape.id]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Events of open lists arrive here as well, though these are elsewhere.
    if (
      event.key === 'Escape' &&
      event.currentTarget.contains(event.target as Element)
    ) {
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <Panel position="top-right" className={`${styles.panel} nowheel nopan`}>
      {/* Escape closes the panel from wherever the focus is in it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={root}
        aria-label={t('diagram.panel.label', { source })}
        onKeyDown={onKeyDown}
      >
        <Box bg="neutral" className={styles.panelContent}>
          <div className={styles.panelHeader}>
            <Text as="h4" weight="bold" truncate>
              {t('diagram.panel.label', { source })}
            </Text>
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={<RiCloseLine />}
              aria-label={t('diagram.panel.close')}
              onPress={onClose}
            />
          </div>
          {problems.length > 0 && <ProblemItems problems={problems} />}
          <TextField
            size="small"
            label={t('diagram.panel.name')}
            value={textAt(relation, 'name')}
            onChange={name => onChange('name', name)}
            isReadOnly={isReadOnly}
            spellCheck="false"
            autoComplete="off"
          />
          <Select
            size="small"
            label={t('diagram.panel.kind')}
            options={KINDS.map(kind => ({
              value: kind,
              label: t(`diagram.panel.kinds.${kind}`),
            }))}
            value={shape.kind}
            onChange={kind => onChange('kind', `${kind}`)}
            isDisabled={isReadOnly}
          />
          <EntitySelect
            label={t('diagram.panel.target')}
            entities={entities}
            value={shape.target}
            unknown={shape.isDangling ? shape.targetName : undefined}
            onChange={entity => onChange('target', entity.face.name)}
            isDisabled={isReadOnly}
          />
          {!isLink && (
            <>
              <Switch
                label={t('diagram.panel.required')}
                isSelected={flagAt(relation, 'required')}
                onChange={isRequired =>
                  onChange('required', isRequired || undefined)
                }
                isDisabled={isReadOnly}
              />
              <Select
                size="small"
                label={t('diagram.panel.onDelete')}
                options={ON_DELETES.map(value => ({
                  value,
                  label: t(`diagram.panel.onDeletes.${value}`),
                }))}
                value={textAt(relation, 'onDelete') || 'default'}
                onChange={value =>
                  onChange(
                    'onDelete',
                    value === 'default' ? undefined : `${value}`,
                  )
                }
                isDisabled={isReadOnly}
              />
            </>
          )}
          <TextField
            size="small"
            label={t('diagram.panel.inverse', {
              target: shape.targetName || t('diagram.entity.unnamed'),
            })}
            description={t('diagram.panel.inverseHint')}
            value={textAt(relation, 'inverse')}
            onChange={inverse => onChange('inverse', inverse || undefined)}
            isReadOnly={isReadOnly}
            spellCheck="false"
            autoComplete="off"
          />
          {!isReadOnly && (
            <Button
              size="small"
              variant="secondary"
              destructive
              onPress={onRemove}
            >
              {t('diagram.panel.remove')}
            </Button>
          )}
        </Box>
      </section>
    </Panel>
  );
}
