import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import type { EntityDescription } from './describeEntities';

/** How much there is of everything. */
export function Totals(props: { entities: EntityDescription[] }) {
  const { entities } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const sum = (count: (entity: EntityDescription) => number) =>
    entities.reduce((total, entity) => total + count(entity), 0);

  return (
    <Text variant="body-medium" color="secondary">
      {[
        t('counts.entities', { count: entities.length }),
        t('counts.fields', {
          count: sum(({ fieldCount }) => fieldCount),
        }),
        t('counts.relations', {
          count: sum(({ relations }) => relations.length),
        }),
      ].join(' · ')}
    </Text>
  );
}
