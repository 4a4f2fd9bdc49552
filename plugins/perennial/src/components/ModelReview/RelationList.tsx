import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { RelationDocument } from '@perennial/plugin-perennial-common';
import { perennialTranslationRef } from '../../translation';
import type { EntityDescription } from './describeEntities';
import styles from './ModelReview.module.css';

/** How an entity and others refer to each other, in sentences. */
export function RelationList(props: { entity: EntityDescription }) {
  const { entity } = props;
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <>
      {entity.relations.length > 0 && (
        <ul
          className={styles.relations}
          aria-label={t('review.entity.relationsOf', { entity: entity.name })}
        >
          {entity.relations.map(relation => (
            <li key={relation.name}>
              <code>{relation.name}</code>{' '}
              <RelationSentences entity={entity.name} relation={relation} />
            </li>
          ))}
        </ul>
      )}
      {entity.referredToBy.length > 0 && (
        <Text as="p" color="secondary">
          {t('review.entity.referredToBy', {
            places: entity.referredToBy.join(', '),
          })}
        </Text>
      )}
    </>
  );
}

function RelationSentences(props: {
  entity: string;
  relation: RelationDocument;
}) {
  const { entity, relation } = props;
  const { kind, target, inverse, onDelete = 'restrict' } = relation;
  const { t } = useTranslationRef(perennialTranslationRef);
  const ends = { entity, target };
  const sentences = [
    kind === 'manyToMany'
      ? t('review.relations.manyToMany', ends)
      : t(
          `review.relations.${kind}${relation.required ? 'Required' : ''}`,
          ends,
        ),
    kind !== 'manyToMany' && t(`review.onDelete.${onDelete}`, ends),
    inverse !== undefined &&
      t('review.relations.inverse', { target, name: inverse }),
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
