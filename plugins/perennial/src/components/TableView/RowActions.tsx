import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
  RiFileCopyLine,
} from '@remixicon/react';
import { memo } from 'react';
import type { Pointer } from '../../draft/types';
import cells from './cells/cells.module.css';
import { useTable } from './tableContext';

const ICONS = {
  addBelow: RiAddLine,
  duplicate: RiFileCopyLine,
  moveUp: RiArrowUpLine,
  moveDown: RiArrowDownLine,
  remove: RiDeleteBinLine,
} as const;

type Action = keyof typeof ICONS;

const ACTIONS = Object.keys(ICONS) as Action[];

/** What can be done to a row, as one stop of the Tab key. */
export const RowActions = memo(function MemoRowActions(props: {
  list: Pointer;
  row: number;
  /** What the row is, for the names of the buttons. */
  place: string;
  withoutAdd?: boolean;
}) {
  const { list, row, place, withoutAdd } = props;
  const { t, edits, readOnly } = useTable();
  if (readOnly) {
    return null;
  }
  const offered = withoutAdd
    ? ACTIONS.filter(action => action !== 'addBelow')
    : ACTIONS;
  const run = (action: Action) => {
    const at = { list, row, column: action };
    switch (action) {
      case 'addBelow':
        return edits.add(list, row + 1);
      case 'duplicate':
        return edits.duplicate(at);
      case 'moveUp':
        return edits.move(at, row - 1);
      case 'moveDown':
        return edits.move(at, row + 1);
      default:
        return edits.remove(at);
    }
  };
  return (
    <div
      role="toolbar"
      aria-label={t('table.rows.actions', { place })}
      className={cells.actions}
    >
      {offered.map((action, index) => {
        const Icon = ICONS[action];
        const label = t(`table.rows.${action}`, { place });
        return (
          <button
            key={action}
            type="button"
            data-column={action}
            className={cells.iconButton}
            tabIndex={index === 0 ? undefined : -1}
            aria-label={label}
            title={label}
            onClick={() => run(action)}
          >
            <Icon size={16} aria-hidden="true" />
          </button>
        );
      })}
    </div>
  );
});
