import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import type { ImportNote } from '@perennial/plugin-perennial-interchange';
import { useEffect, useId, useMemo, useRef } from 'react';
import { perennialTranslationRef } from '../../translation';
import { groupNotes, type NoteGroup } from './groupNotes';
import styles from './Transfer.module.css';
import type { ImportOutcome } from './types';

/** What was read, and what of it could not be carried over. */
export function ImportOutcomeView(props: { outcome: ImportOutcome }) {
  const { outcome } = props;
  const { counts, notes, problemCount } = outcome;
  const { t } = useTranslationRef(perennialTranslationRef);
  const summary = useRef<HTMLDivElement>(null);
  // What had the focus is gone.
  useEffect(() => summary.current?.focus(), []);
  return (
    <div className={styles.outcome}>
      <div ref={summary} tabIndex={-1} className={styles.summary}>
        <Text as="h3" variant="body-large" weight="bold">
          {t('transfer.import.outcome.title')}
        </Text>
        <Text as="p" variant="body-medium">
          {[
            outcome.name,
            t('counts.entities', { count: counts.entities }),
            t('counts.fields', { count: counts.fields }),
            t('counts.relations', { count: counts.relations }),
          ].join(' · ')}
        </Text>
      </div>
      {problemCount > 0 && (
        <Alert
          status="warning"
          icon
          title={t('transfer.import.outcome.problems', { count: problemCount })}
        />
      )}
      {notes.length > 0 ? (
        <Notes notes={notes} />
      ) : (
        <Text as="p" variant="body-medium" color="secondary">
          {t('transfer.import.outcome.whole')}
        </Text>
      )}
    </div>
  );
}

function Notes({ notes }: { notes: readonly ImportNote[] }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const title = useId();
  const groups = useMemo(() => groupNotes(notes), [notes]);
  const say = ({ place, line }: NoteGroup['places'][number]) =>
    line === undefined
      ? place
      : `${place}, ${t('transfer.import.outcome.line', { line: `${line}` })}`;
  return (
    <section aria-labelledby={title} className={styles.notes}>
      <Text as="h4" id={title} variant="body-medium" weight="bold">
        {t('transfer.import.outcome.lost', { count: notes.length })}
      </Text>
      {/* Without a place in the tab order, nobody could scroll it by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul aria-labelledby={title} tabIndex={0} className={styles.list}>
        {groups.map(({ message, places }) => (
          <li key={message} className={styles.note}>
            <span className={styles.place}>{places.map(say).join(' · ')}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
