import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { EntitySummary, ModelSummary } from '../../model/types';
import { perennialTranslationRef } from '../../translation';
import styles from './ModelSummaryView.module.css';

/** Rows that are drawn; larger models are counted, not listed to the end. */
const SHOWN_LIMIT = 50;

/** What the template will make of a valid model. */
export function ModelSummaryView(props: { summary: ModelSummary }) {
  const { summary } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const shown = summary.entities.slice(0, SHOWN_LIMIT);
  const hiddenCount = summary.entities.length - shown.length;
  const totals = [
    t('modelEditor.summary.entities', { count: summary.entities.length }),
    t('modelEditor.summary.fields', { count: summary.fieldCount }),
    t('modelEditor.summary.relations', { count: summary.relationCount }),
    t('modelEditor.summary.endpoints', { count: summary.endpointCount }),
  ];

  return (
    <section
      className={styles.summary}
      aria-label={t('modelEditor.summary.title')}
    >
      <div className={styles.heading}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('modelEditor.summary.title')}
        </Text>
        <Text variant="body-medium" color="secondary">
          {totals.join(' · ')}
        </Text>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('modelEditor.summary.entityColumn')}</th>
              <th scope="col">{t('modelEditor.summary.pathColumn')}</th>
              <th scope="col" className={styles.number}>
                {t('modelEditor.summary.fieldsColumn')}
              </th>
              <th scope="col">{t('modelEditor.summary.relationsColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(entity => (
              <EntityRow key={entity.path} entity={entity} />
            ))}
          </tbody>
        </table>
      </div>
      {hiddenCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('modelEditor.summary.more', { count: hiddenCount })}
        </Text>
      )}
    </section>
  );
}

function EntityRow(props: { entity: EntitySummary }) {
  const { entity } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const traits = [
    entity.owned && t('modelEditor.summary.owned'),
    entity.softDelete && t('modelEditor.summary.softDelete'),
  ].filter(trait => trait !== false);

  return (
    <tr>
      <th scope="row">
        {entity.name}
        {traits.map(trait => (
          <span key={trait} className={styles.trait}>
            {trait}
          </span>
        ))}
      </th>
      <td>
        <code>{entity.path}</code>
      </td>
      <td className={styles.number}>{entity.fieldCount}</td>
      <td>
        {entity.relations
          .map(relation => `${relation.name} → ${relation.target}`)
          .join(', ')}
      </td>
    </tr>
  );
}
