import type { ReactNode } from 'react';
import type { DraftProblem } from '../../../draft/DraftContent';
import styles from './cells.module.css';
import { ProblemText } from './ProblemText';

/** A labelled control with what is wrong with its value below it. */
export function PropertyBox(props: {
  label: string;
  /** Id of the control; without one, the control names itself. */
  controlId?: string;
  hint?: string;
  hintId?: string;
  problemsId?: string;
  problems: readonly DraftProblem[];
  /** How much room it wants: a flag stands beside its label. */
  layout?: 'flag' | 'wide';
  children: ReactNode;
}) {
  const { label, controlId, hint, hintId, problemsId, problems, layout } =
    props;
  return (
    <div className={styles.property} data-layout={layout}>
      {controlId ? (
        <label className={styles.label} htmlFor={controlId}>
          {label}
        </label>
      ) : (
        <span className={styles.label}>{label}</span>
      )}
      {props.children}
      {hint && (
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      )}
      <ProblemText id={problemsId} problems={problems} />
    </div>
  );
}
