/** Texts of import and export. */
export const transferMessages = {} as const;
