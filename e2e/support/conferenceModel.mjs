/**
 * Ten entities that a person may think of, each relation kind among them, to be
 * built from nothing.
 */
export const CONFERENCE = {
  entities: [
    {
      name: 'Venue',
      fields: [
        { name: 'name', type: 'string', required: true, maxLength: 120 },
        { name: 'city', type: 'string', required: true, index: true },
        { name: 'capacity', type: 'integer', minimum: 1 },
      ],
    },
    {
      name: 'Room',
      fields: [
        { name: 'name', type: 'string', required: true },
        { name: 'seats', type: 'integer', required: true, minimum: 1 },
      ],
      relations: [
        {
          name: 'venue',
          kind: 'manyToOne',
          target: 'Venue',
          required: true,
          onDelete: 'cascade',
        },
      ],
    },
    {
      name: 'Conference',
      fields: [
        { name: 'title', type: 'string', required: true, unique: true },
        { name: 'startsOn', type: 'date', required: true },
        { name: 'endsOn', type: 'date', required: true },
        {
          name: 'status',
          type: 'enum',
          values: ['planned', 'open', 'closed'],
          default: 'planned',
        },
      ],
      relations: [
        { name: 'venue', kind: 'manyToOne', target: 'Venue', required: true },
      ],
    },
    {
      name: 'Track',
      fields: [
        { name: 'name', type: 'string', required: true },
        { name: 'color', type: 'string', pattern: '^#[0-9a-f]{6}$' },
      ],
      relations: [
        {
          name: 'conference',
          kind: 'manyToOne',
          target: 'Conference',
          required: true,
          onDelete: 'cascade',
        },
      ],
    },
    {
      name: 'Speaker',
      fields: [
        { name: 'name', type: 'string', required: true, searchable: true },
        { name: 'email', type: 'email', required: true, unique: true },
        { name: 'biography', type: 'text' },
      ],
    },
    {
      name: 'Talk',
      fields: [
        { name: 'title', type: 'string', required: true, searchable: true },
        {
          name: 'minutes',
          type: 'integer',
          required: true,
          minimum: 5,
          maximum: 240,
        },
        {
          name: 'level',
          type: 'enum',
          values: ['beginner', 'advanced'],
        },
      ],
      relations: [
        { name: 'track', kind: 'manyToOne', target: 'Track', required: true },
        {
          name: 'room',
          kind: 'manyToOne',
          target: 'Room',
          onDelete: 'setNull',
        },
        { name: 'speakers', kind: 'manyToMany', target: 'Speaker' },
      ],
    },
    {
      name: 'Attendee',
      fields: [
        { name: 'name', type: 'string', required: true },
        { name: 'email', type: 'email', required: true, unique: true },
        { name: 'newsletter', type: 'boolean' },
      ],
    },
    {
      name: 'Ticket',
      fields: [
        {
          name: 'code',
          type: 'string',
          required: true,
          unique: true,
          maxLength: 32,
        },
        {
          name: 'price',
          type: 'decimal',
          required: true,
          precision: 10,
          scale: 2,
          minimum: 0,
        },
      ],
      relations: [
        {
          name: 'conference',
          kind: 'manyToOne',
          target: 'Conference',
          required: true,
        },
        {
          name: 'attendee',
          kind: 'oneToOne',
          target: 'Attendee',
          required: true,
        },
      ],
    },
    {
      name: 'Rating',
      fields: [
        {
          name: 'stars',
          type: 'integer',
          required: true,
          minimum: 1,
          maximum: 5,
        },
        { name: 'remark', type: 'text' },
      ],
      relations: [
        {
          name: 'talk',
          kind: 'manyToOne',
          target: 'Talk',
          required: true,
          onDelete: 'cascade',
        },
      ],
    },
    {
      name: 'Sponsor',
      fields: [
        { name: 'name', type: 'string', required: true, unique: true },
        { name: 'website', type: 'uri' },
      ],
      relations: [
        { name: 'conferences', kind: 'manyToMany', target: 'Conference' },
      ],
    },
  ],
};
