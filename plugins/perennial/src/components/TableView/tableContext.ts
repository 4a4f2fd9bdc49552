import type { Database } from '@perennial/plugin-perennial-common';
import { createContext, useContext } from 'react';
import type { Translate } from './describePlace';
import type { TableEdits } from './tableEdits';

/** What every part of the table needs; none of it changes with an edit. */
export interface TableContextValue {
  t: Translate;
  edits: TableEdits;
  readOnly: boolean;
  database: Database;
}

/** Context of the table's parts. */
export const TableContext = createContext<TableContextValue | undefined>(
  undefined,
);

/** What every part of the table needs. */
export function useTable(): TableContextValue {
  const table = useContext(TableContext);
  if (!table) {
    throw new Error('This component belongs inside of a table view.');
  }
  return table;
}
