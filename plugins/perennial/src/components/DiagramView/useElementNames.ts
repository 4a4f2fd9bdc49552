import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId, useMemo } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { ElementNames } from './elements/buildElements';

/** What screen readers call the elements of a diagram. */
export function useElementNames(): ElementNames {
  const { t } = useTranslationRef(perennialTranslationRef);
  const id = useId();

  return useMemo(
    () => ({
      entity: (face, problems) =>
        [
          face.name || t('diagram.entity.unnamed'),
          t('counts.fields', { count: face.fieldCount }),
          t('counts.relations', { count: face.relationCount }),
          ...(problems > 0 ? [t('counts.problems', { count: problems })] : []),
        ].join(', '),
      ghost: name =>
        name
          ? t('diagram.ghost.label', { name })
          : t('diagram.ghost.labelUnnamed'),
      relation: (relation, problems) => {
        const unnamed = t('diagram.entity.unnamed');
        const label = t('diagram.relation.label', {
          name: relation.name || t('diagram.relation.unnamed'),
          source: relation.sourceName || unnamed,
          target: relation.targetName || unnamed,
          kind: t(`diagram.relation.kinds.${relation.kind}`),
        });
        const kept = relation.isRequired
          ? t('diagram.relation.required', { label })
          : label;
        const aimed = relation.isDangling
          ? t('diagram.relation.dangling', { label: kept })
          : kept;
        return problems > 0
          ? t('diagram.relation.problems', {
              label: aimed,
              problems: t('counts.problems', { count: problems }),
            })
          : aimed;
      },
      entityRole: t('diagram.entity.role'),
      relationRole: t('diagram.relation.role'),
      entityDescriptionId: `${id}-entity`,
      relationDescriptionId: `${id}-relation`,
    }),
    [t, id],
  );
}
