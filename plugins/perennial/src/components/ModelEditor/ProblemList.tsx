import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { PlacedProblem } from '../../model/types';
import { perennialTranslationRef } from '../../translation';
import styles from './ProblemList.module.css';

/** More than these are of no use at once, and slow to draw. */
const SHOWN_LIMIT = 50;

/** The problems of the text in its order; a click leads to the place. */
export function ProblemList(props: {
  id: string;
  problems: readonly PlacedProblem[];
  onSelect: (problem: PlacedProblem) => void;
}) {
  const { id, problems, onSelect } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const shown = problems.slice(0, SHOWN_LIMIT);
  const hiddenCount = problems.length - shown.length;

  return (
    <section id={id} aria-label={t('modelEditor.problems.title')}>
      <ol className={styles.list}>
        {shown.map((problem, index) => (
          <li key={`${problem.from}-${index}`}>
            <button
              type="button"
              className={styles.problem}
              onClick={() => onSelect(problem)}
            >
              <span className={styles.place}>
                {t('modelEditor.problems.place', { line: `${problem.line}` })}
                {problem.path && <code>{problem.path}</code>}
              </span>
              <span className={styles.message}>{problem.message}</span>{' '}
              <span className={styles.mend}>{problem.mend}</span>
            </button>
          </li>
        ))}
      </ol>
      {hiddenCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('modelEditor.problems.more', { count: hiddenCount })}
        </Text>
      )}
    </section>
  );
}
