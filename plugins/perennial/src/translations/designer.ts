/** Texts of the designer around its views. */
export const designerMessages = {} as const;
