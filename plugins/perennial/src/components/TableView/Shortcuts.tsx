import styles from './TableView.module.css';
import { useTable } from './tableContext';

/** The key that makes a command; both of them do. */
const COMMAND = /Mac|iPad|iPhone/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const SHORTCUTS = [
  ['enter', ['Enter']],
  ['addBelow', [COMMAND, 'Enter']],
  ['arrows', ['↑', '↓']],
  ['move', ['Alt', '↑', '↓']],
  ['remove', [COMMAND, '⌫']],
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
