import styles from './TableView.module.css';
import { useTable } from './tableContext';

const SHORTCUTS = [
  ['enter', ['Enter']],
  ['addBelow', ['Ctrl', 'Enter']],
  ['arrows', ['↑', '↓']],
  ['move', ['Alt', '↑', '↓']],
  ['remove', ['Ctrl', '⌫']],
] as const;

/** The keys that work the rows. */
export function Shortcuts() {
  const { t } = useTable();
  return (
    <dl className={styles.shortcuts} aria-label={t('table.shortcuts.title')}>
      {SHORTCUTS.map(([name, keys]) => (
        <div key={name}>
          <dt>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`table.shortcuts.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
