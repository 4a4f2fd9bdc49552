/** Texts of the table view. */
export const tableMessages = {} as const;
