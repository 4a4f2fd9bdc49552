/** How much there is of something, wherever it is said. */
export const countMessages = {
  entities_one: '{{count}} entity',
  entities_other: '{{count}} entities',
  fields_one: '{{count}} field',
  fields_other: '{{count}} fields',
  relations_one: '{{count}} relation',
  relations_other: '{{count}} relations',
  problems_one: '{{count}} problem',
  problems_other: '{{count}} problems',
} as const;
