import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import type { EntityDescription, FieldDescription } from './describeEntities';
import { fieldRules, fieldType } from './fieldWords';
import styles from './ModelReview.module.css';

/** The fields of an entity with their types and rules. */
export function FieldTable(props: { entity: EntityDescription }) {
  const { entity } = props;
  const { t } = useTranslationRef(perennialTranslationRef);

  if (entity.fields.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('review.entity.noFields')}
      </Text>
    );
  }
  return (
    <table
      className={styles.table}
      aria-label={t('review.entity.fieldsOf', { entity: entity.name })}
    >
      <thead>
        <tr>
          <th scope="col">{t('review.columns.field')}</th>
          <th scope="col">{t('review.columns.type')}</th>
          <th scope="col">{t('review.columns.rules')}</th>
        </tr>
      </thead>
      <tbody>
        {entity.fields.map(field => (
          <FieldRow key={field.path} {...field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ path, field }: FieldDescription) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <tr>
      <th scope="row">
        <code>{path}</code>
        {field.description && (
          <span className={styles.note}>{field.description}</span>
        )}
      </th>
      <td>{fieldType(t, field)}</td>
      <td>
        <span className={styles.rules}>
          {field.required && (
            <span className={styles.mark}>{t('review.rules.required')}</span>
          )}
          {field.unique && (
            <span className={styles.mark}>{t('review.rules.unique')}</span>
          )}
          {fieldRules(t, field).join(', ')}
        </span>
      </td>
    </tr>
  );
}
