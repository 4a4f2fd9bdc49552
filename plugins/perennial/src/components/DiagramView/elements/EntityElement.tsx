import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { perennialTranslationRef } from '../../../translation';
import type { FieldRow } from '../graph/types';
import { useElementActions } from './ElementActions';
import styles from './elements.module.css';
import { NameEditor } from './NameEditor';
import type { EntityNode } from './types';

function FieldLine(props: { row: FieldRow }) {
  const { name, type, isRequired, isUnique } = props.row;
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <li className={styles.field}>
      <span className={styles.fieldName} data-empty={!name || undefined}>
        {name || t('diagram.entity.unnamedField')}
      </span>
      {isRequired && (
        <abbr className={styles.required} title={t('diagram.entity.required')}>
          *
        </abbr>
      )}
      {isUnique && (
        <span className={styles.unique}>{t('diagram.entity.unique')}</span>
      )}
      <span className={styles.type}>{type}</span>
    </li>
  );
}

const Row = memo(FieldLine);

function EntityCard(props: NodeProps<EntityNode>) {
  const { data, selected } = props;
  const { shape, problems, isEditing, isReadOnly } = data;
  const { index, face } = shape;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { endEditing } = useElementActions();
  const moreCount = face.fieldCount - face.rows.length;

  return (
    <div
      className={styles.entity}
      data-selected={selected || undefined}
      data-problems={problems.length > 0 || undefined}
    >
      <div className={styles.header}>
        {isEditing ? (
          <NameEditor
            name={face.name}
            onEnd={(name, keepsFocus) => endEditing(index, name, keepsFocus)}
          />
        ) : (
          <span className={styles.name} data-empty={!face.name || undefined}>
            {face.name || t('diagram.entity.unnamed')}
          </span>
        )}
        {problems.length > 0 && (
          <span
            className={styles.badge}
            title={`${problems[0].message} ${problems[0].mend}`}
          >
            {problems.length}
          </span>
        )}
      </div>
      <ul className={styles.fields}>
        {face.rows.map((row, at) => (
          // Rows have no identity but their place.
          // eslint-disable-next-line react/no-array-index-key
          <Row key={at} row={row} />
        ))}
        {face.fieldCount === 0 && (
          <li className={styles.more}>{t('diagram.entity.noFields')}</li>
        )}
        {moreCount > 0 && (
          <li className={styles.more}>
            {t('diagram.entity.more', { count: moreCount })}
          </li>
        )}
      </ul>
      <Handle
        type="target"
        id="whole"
        position={Position.Left}
        className={styles.whole}
        isConnectable={!isReadOnly}
        isConnectableStart={false}
        aria-hidden
      />
      {[Position.Left, Position.Right].map(position => (
        <Handle
          key={position}
          type="source"
          id={position}
          position={position}
          className={styles.handle}
          title={t('diagram.entity.connect', { name: face.name })}
          isConnectable={!isReadOnly}
          aria-hidden
        />
      ))}
    </div>
  );
}

/** An entity with its first fields. */
export const EntityElement = memo(EntityCard);
