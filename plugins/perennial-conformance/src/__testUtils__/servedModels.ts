import { LIBRARY, modelFrom, NOTES } from './models';

/** A service that was made from another model than the one it is checked with. */
export interface ServedFault {
  name: string;
  only: string;
  /** The model that the suite expects, and the change that was served. */
  text: string;
  change: [string, string];
  fails: string[];
}

/** Faults in relations, uniqueness, soft delete and ownership. */
export const servedFaults: ServedFault[] = [
  {
    name: 'a restricting relation cascades',
    only: 'relations',
    text: LIBRARY,
    change: [
      'required: true, onDelete: restrict }',
      'required: true, onDelete: cascade }',
    ],
    fails: ['Book › "author_id" restricts'],
  },
  {
    name: 'a cascade restricts',
    only: 'relations',
    text: LIBRARY,
    change: ['onDelete: cascade }', 'onDelete: restrict }'],
    fails: ['Page › "book_id" cascades'],
  },
  {
    name: 'setNull restricts',
    only: 'relations',
    text: LIBRARY,
    change: [
      'target: Author, onDelete: setNull',
      'target: Author, onDelete: restrict',
    ],
    fails: ['Book › "editor_id" is set to null'],
  },
  {
    name: 'one to one is many to one',
    only: 'relations',
    text: LIBRARY,
    change: ['kind: oneToOne', 'kind: manyToOne'],
    fails: ['Book › "sequel_id" is one to one'],
  },
  {
    name: 'a unique field is not',
    only: 'unique',
    text: LIBRARY,
    change: [
      'type: string, required: true, unique: true, minLength: 3',
      'type: string, required: true, minLength: 3',
    ],
    fails: ['Genre › "label" taken already', 'Genre › "label" created 8 times'],
  },
  {
    name: 'a default is another',
    only: 'resources,operations',
    text: LIBRARY,
    change: ['default: 100', 'default: 101'],
    fails: ['Book › what is left out has its default', 'Book › PUT resets'],
  },
  {
    name: 'a maximum is not known',
    only: 'types',
    text: LIBRARY,
    change: ['maximum: 20000', 'maximum: 30000'],
    fails: ['"pages" (integer) refuses just over the most'],
  },
  {
    name: 'a field is not searched',
    only: 'search',
    text: LIBRARY,
    change: ['maxLength: 2000, searchable: true', 'maxLength: 2000'],
    fails: ['q in "summary"'],
  },
  {
    name: 'timestamps are missing',
    only: 'resources',
    text: LIBRARY,
    change: [
      '  - name: Author\n    id: integer',
      '  - name: Author\n    timestamps: false\n    id: integer',
    ],
    fails: [
      'Author › timestamps',
      'Author › an object has the names',
      'is one that /openapi.json describes',
    ],
  },
  {
    name: "another user's rows are seen",
    only: 'ownership',
    text: NOTES,
    change: ['    owned: true\n', ''],
    fails: [
      "another user's row is 404",
      'lists and totals hold own rows only',
      "to another user's row answers 409",
      'the owner is the caller',
    ],
  },
];

/** Both models of a fault. */
export function modelsOf(fault: ServedFault) {
  return {
    model: modelFrom(fault.text),
    served: modelFrom(fault.text, fault.change),
  };
}
