import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import type { EntityDescription } from './describeEntities';
import { FieldTable } from './FieldTable';
import styles from './ModelReview.module.css';
import { RelationList } from './RelationList';

/** One entity; what it holds is drawn while it is open. */
export function EntityReview(props: {
  entity: EntityDescription;
  isOpen: boolean;
}) {
  const { entity, isOpen } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const counts = [
    t('counts.fields', { count: entity.fieldCount }),
    entity.relations.length > 0 &&
      t('counts.relations', { count: entity.relations.length }),
  ].filter(Boolean);

  return (
    <Accordion id={entity.name} className={styles.entity}>
      <AccordionTrigger
        level={4}
        title={entity.name}
        subtitle={counts.join(' · ')}
      />
      <AccordionPanel>
        {isOpen && (
          <div className={styles.content}>
            {entity.description && <Text as="p">{entity.description}</Text>}
            <Traits entity={entity} />
            <FieldTable entity={entity} />
            <RelationList entity={entity} />
          </div>
        )}
      </AccordionPanel>
    </Accordion>
  );
}

/** Where an entity is served, and what it does beside holding its fields. */
function Traits(props: { entity: EntityDescription }) {
  const { entity } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const traits = [
    entity.owned && t('review.entity.owned'),
    entity.timestamps && t('review.entity.timestamps'),
    entity.softDelete && t('review.entity.softDelete'),
  ].filter(Boolean);

  return (
    <dl className={styles.traits}>
      <div>
        <dt>{t('review.entity.path')}</dt>
        <dd>
          <code>{entity.path}</code>
        </dd>
      </div>
      {entity.id && (
        <div>
          <dt>{t('review.entity.id')}</dt>
          <dd>{entity.id}</dd>
        </div>
      )}
      {traits.length > 0 && (
        <div>
          <dt>{t('review.entity.rows')}</dt>
          <dd>{traits.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}
