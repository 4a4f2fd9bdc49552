const TYPES = [
  { type: 'string', maxLength: 64 },
  { type: 'integer', minimum: 0 },
  { type: 'decimal', precision: 12, scale: 2 },
  { type: 'dateTime' },
  { type: 'boolean' },
  { type: 'enum', values: ['draft', 'active', 'retired'] },
  { type: 'text' },
  { type: 'email' },
];

/** A model document of so many entities with so many fields, each related to the one before. */
export function makeModel(entities, fields) {
  return {
    entities: Array.from({ length: entities }, (_, index) => ({
      name: `Thing${index}`,
      description: `The thing with the number ${index}`,
      fields: Array.from({ length: fields }, (__, field) => ({
        name: `field${field}`,
        required: field % 3 === 0,
        ...TYPES[field % TYPES.length],
      })),
      relations:
        index === 0
          ? []
          : [
              {
                name: 'previous',
                kind: 'manyToOne',
                target: `Thing${index - 1}`,
              },
            ],
    })),
  };
}

/** Answers to the form of a shipped template. */
export const ANSWERS = {
  name: 'bench',
  description: 'Is measured',
  owner: 'group:default/bench',
};

export const TEMPLATE = 'express-postgres';
