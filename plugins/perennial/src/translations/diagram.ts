/** Texts of the diagram view. */
export const diagramMessages = {} as const;
