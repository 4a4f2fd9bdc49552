import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DraftProblem } from '../../../draft/DraftContent';
import { perennialTranslationRef } from '../../../translation';
import { useDesignerActions } from '../../ModelDesigner/designerContext';
import styles from './panels.module.css';

/** Problems with their mends; a press leads to the place in the table. */
export function ProblemItems(props: { problems: readonly DraftProblem[] }) {
  const { problems } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { revealPlace } = useDesignerActions();

  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={`${problem.path} ${index}`}>
          <button
            type="button"
            className={styles.problem}
            title={t('diagram.entity.goTo')}
            onClick={() => revealPlace(problem.pointer)}
          >
            <strong>{problem.message}</strong> {problem.mend}
          </button>
        </li>
      ))}
    </ul>
  );
}
