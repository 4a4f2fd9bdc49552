import type { DraftProblem } from '../../../draft/DraftContent';
import styles from './cells.module.css';

/** What is wrong at a place, and the mend. */
export function ProblemText(props: {
  id?: string;
  label?: string;
  problems: readonly DraftProblem[];
}) {
  const { id, label, problems } = props;
  if (problems.length === 0) {
    return null;
  }
  return (
    <ul id={id} className={styles.problems}>
      {problems.map((problem, index) => (
        <li key={index}>
          {label && <span className={styles.problemLabel}>{label}: </span>}
          {problem.message} <span className={styles.mend}>{problem.mend}</span>
        </li>
      ))}
    </ul>
  );
}
