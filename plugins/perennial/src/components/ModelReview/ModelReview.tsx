import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AccordionGroup, Button, SearchField, Text } from '@backstage/ui';
import type { ModelDocument } from '@perennial/plugin-perennial-common';
import { useId, useMemo, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import { describeEntities, type ModelApi } from './describeEntities';
import { EntityReview } from './EntityReview';
import styles from './ModelReview.module.css';
import { Totals } from './Totals';

/** Entities that are open from the start; larger models show names first. */
const OPEN_LIMIT = 3;

/** Entities from which on finding one by its name is worth a text box. */
const FILTER_FROM = 12;

/** A model for a last look before the service is made. */
export function ModelReview(props: {
  title: string;
  model: ModelDocument;
  api: ModelApi;
}) {
  const { title, model, api } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const headingId = useId();
  const entities = useMemo(() => describeEntities(model, api), [model, api]);
  const names = entities.map(({ name }) => name);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    new Set(names.length <= OPEN_LIMIT ? names : []),
  );
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLowerCase();
  const shown = entities.filter(({ name }) =>
    name.toLowerCase().includes(wanted),
  );

  return (
    <section className={styles.review} aria-labelledby={headingId}>
      <div className={styles.heading}>
        <Text as="h3" id={headingId} variant="body-large" weight="bold">
          {title}
        </Text>
        <Totals entities={entities} />
        <span className={styles.actions}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setOpen(new Set(names))}
          >
            {t('review.expandAll')}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setOpen(new Set())}
          >
            {t('review.collapseAll')}
          </Button>
        </span>
      </div>
      {entities.length >= FILTER_FROM && (
        <SearchField
          size="small"
          aria-label={t('review.filter.label')}
          placeholder={t('review.filter.placeholder')}
          value={filter}
          onChange={setFilter}
        />
      )}
      <div aria-live="polite">
        {shown.length === 0 && <Text as="p">{t('review.filter.none')}</Text>}
      </div>
      <div className={styles.scroll}>
        <AccordionGroup
          allowsMultiple
          expandedKeys={open}
          onExpandedChange={keys => setOpen(new Set([...keys].map(String)))}
        >
          {shown.map(entity => (
            <EntityReview
              key={entity.name}
              entity={entity}
              isOpen={open.has(entity.name)}
            />
          ))}
        </AccordionGroup>
      </div>
    </section>
  );
}
