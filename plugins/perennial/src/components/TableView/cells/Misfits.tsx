import { valueAt } from '../../../draft/readDraft';
import type { JsonObject, Pointer } from '../../../draft/types';
import { propertyLabel } from '../describePlace';
import type { MemberProblems } from '../problems';
import { useTable } from '../tableContext';
import styles from './cells.module.css';
import { OddValue } from './OddValue';
import { ProblemText } from './ProblemText';

/** The members of an object that its inputs do not show. */
export function misfitsOf(
  object: JsonObject,
  shown: ReadonlySet<string>,
): string[] {
  return Object.keys(object).filter(
    name =>
      !shown.has(name) &&
      object[name] !== undefined &&
      // Switched off, a flag does no harm where it has no meaning.
      object[name] !== false,
  );
}

/** Members that do not fit, with what is wrong with them, to be removed. */
export function Misfits(props: {
  pointer: Pointer;
  object: JsonObject;
  names: readonly string[];
  problems: MemberProblems;
}) {
  const { pointer, object, names, problems } = props;
  const { t } = useTable();
  if (names.length === 0) {
    return null;
  }
  return (
    <ul className={styles.misfits} aria-label={t('table.misfits.label')}>
      {names.map(name => (
        <li key={name}>
          <OddValue
            place={[...pointer, name]}
            value={valueAt(object, name) ?? null}
            name={name}
            label={propertyLabel(name, t)}
            problemsId={problems.idOf(name)}
          />
          <ProblemText id={problems.idOf(name)} problems={problems.of(name)} />
        </li>
      ))}
    </ul>
  );
}
