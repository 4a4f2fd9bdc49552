/** Texts of the review step. */
export const reviewMessages = {} as const;
