/** Texts of the preview. */
export const previewMessages = {} as const;
