import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';
import type { DesignerView } from './designerContext';
import { useDesignerActions } from './designerContext';
import styles from './ProblemList.module.css';
import type { Draft } from './useDraft';

/** More than these are of no use at once, and slow to draw. */
const SHOWN_LIMIT = 50;

/** Everything that is wrong; a press leads to its place in the given view. */
export function ProblemList(props: { draft: Draft; view: DesignerView }) {
  const { draft, view } = props;
  const { checked, problems } = draft;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { revealPlace } = useDesignerActions();
  const items = checked.isReadable
    ? problems.all.map(problem => ({ ...problem, place: problem.path }))
    : checked.textProblems.map(problem => ({
        ...problem,
        pointer: [],
        place: t('designer.problems.line', { line: `${problem.line}` }),
      }));
  if (items.length === 0) {
    return null;
  }
  const hiddenCount = Math.max(0, items.length - SHOWN_LIMIT);

  return (
    <section aria-label={t('designer.problems.title')}>
      <ol className={styles.list}>
        {items.slice(0, SHOWN_LIMIT).map((problem, index) => (
          <li key={`${problem.place} ${index}`}>
            <button
              type="button"
              className={styles.problem}
              onClick={() =>
                revealPlace(problem.pointer, checked.isReadable ? view : 'text')
              }
            >
              {problem.place && (
                <code className={styles.place}>{problem.place}</code>
              )}
              <span className={styles.message}>{problem.message}</span>{' '}
              <span className={styles.mend}>{problem.mend}</span>
            </button>
          </li>
        ))}
      </ol>
      {hiddenCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('designer.problems.more', { count: hiddenCount })}
        </Text>
      )}
    </section>
  );
}
