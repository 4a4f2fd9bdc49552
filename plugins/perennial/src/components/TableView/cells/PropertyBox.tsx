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
  problemsId?: string;
  problems: readonly DraftProblem[];
  /** How much room it wants: a flag stands beside its label. */
  layout?: 'flag' | 'wide';
  children: ReactNode;
}) {
  const { label, controlId, hint, problemsId, problems, layout } = props;
  return (
    <div className={styles.property} data-layout={layout}>
      {controlId ? (
        <label className={styles.label} htmlFor={controlId} title={hint}>
          {label}
        </label>
      ) : (
        <span className={styles.label} title={hint}>
          {label}
        </span>
      )}
      {props.children}
      <ProblemText id={problemsId} problems={problems} />
    </div>
  );
}
