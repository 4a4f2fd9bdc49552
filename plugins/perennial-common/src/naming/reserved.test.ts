import { resolveModel } from '../resolve';
import { modelOf } from '../testing';
import { FIELD_NAME_PATTERN } from '../model';
import {
  isReservedWord,
  REFUSED_NAMES,
  RESERVED_ENTITY_WORDS,
  RESERVED_WORDS,
  reservedEntityWordsOf,
  reservedWordsOf,
} from './reserved';
import { entityNames, memberForms } from './identifiers';

/** A sample of what each language's or framework's own documents list. */
const MEMBERS: [keyof typeof RESERVED_WORDS, string[]][] = [
  [
    'python',
    [
      'class',
      'def',
      'lambda',
      'None',
      'True',
      'import',
      'from',
      'global',
      'async',
      'self',
      'list',
      'str',
    ],
  ],
  [
    'javascript',
    [
      'delete',
      'function',
      'new',
      'typeof',
      'await',
      'arguments',
      'then',
      'toJSON',
      'module',
      'exports',
    ],
  ],
  [
    'sql',
    [
      'select',
      'order',
      'group',
      'user',
      'table',
      'limit',
      'offset',
      'primary',
      'references',
      'xmin',
      'ctid',
      'end',
    ],
  ],
  [
    'sequelize',
    [
      'dataValues',
      'save',
      'changed',
      'previous',
      'isNewRecord',
      'reload',
      'where',
      'get',
      'set',
    ],
  ],
  ['sqlalchemy', ['metadata', 'registry', 'query']],
  [
    'pydantic',
    [
      'copy',
      'json',
      'dict',
      'schema',
      'model_config',
      'model_fields',
      'model_dump',
      'construct',
    ],
  ],
  ['marshmallow', ['Meta', 'opts']],
  [
    'mongoose',
    [
      'collection',
      'errors',
      'isNew',
      'emit',
      'on',
      'schema',
      'init',
      'modelName',
      'populated',
    ],
  ],
  ['mongoframes', ['insert', 'update', 'reload', 'by_id', 'for_json']],
];

const ENTITIES: [keyof typeof RESERVED_ENTITY_WORDS, string[]][] = [
  [
    'javascript',
    [
      'Object',
      'Map',
      'Error',
      'Function',
      'Promise',
      'Date',
      'Symbol',
      'Class',
    ],
  ],
  ['python', ['List', 'Dict', 'Enum', 'Exception', 'Type', 'None']],
  ['sequelize', ['Model', 'Op', 'Transaction', 'Sequelize']],
  ['express', ['App', 'Router', 'Req', 'Next', 'Controller', 'Joi']],
  ['sqlalchemy', ['Base', 'Session', 'Table', 'Column', 'Engine']],
  ['pydantic', ['Field', 'Depends', 'FastAPI']],
  ['flask', ['Flask', 'Blueprint', 'Config']],
  ['marshmallow', ['Schema']],
  ['mongoose', ['Mongoose', 'Connection']],
  ['mongoframes', ['Frame']],
  ['pymongo', ['ObjectId']],
];

describe('reserved words', () => {
  it.each(MEMBERS)('of %s are known', (owner, words) => {
    expect(reservedWordsOf(owner)).toEqual(expect.arrayContaining(words));
  });

  it.each(Object.keys(RESERVED_WORDS) as (keyof typeof RESERVED_WORDS)[])(
    'of %s get an underscore in code and stay as they are on the wire',
    owner => {
      const words = reservedWordsOf(owner).filter(
        word => FIELD_NAME_PATTERN.test(word) && !REFUSED_NAMES.includes(word),
      );
      for (const word of words) {
        const [field] = resolveModel(modelOf([{ name: word, type: 'string' }]))
          .entities[0].fields;
        expect(field).toMatchObject({ name: word, identifier: `${word}_` });
        for (const form of [
          field.identifier,
          field.snake,
          field.camel,
          field.pascal,
          field.column,
        ]) {
          expect(isReservedWord(form)).toBe(false);
        }
      }
    },
  );

  it('leaves everyday names alone', () => {
    for (const word of [
      'name',
      'title',
      'description',
      'status',
      'type',
      'date',
      'price',
      'body',
      'value',
      'path',
      'email',
    ]) {
      expect(memberForms(word).identifier).toBe(word);
    }
  });
});

describe('reserved names of entities', () => {
  it.each(ENTITIES)('of %s are known', (owner, words) => {
    expect(reservedEntityWordsOf(owner)).toEqual(expect.arrayContaining(words));
  });

  it.each(
    Object.keys(
      RESERVED_ENTITY_WORDS,
    ) as (keyof typeof RESERVED_ENTITY_WORDS)[],
  )('of %s are records in code and keep their path', owner => {
    for (const word of reservedEntityWordsOf(owner)) {
      const names = entityNames(word);
      expect(names.pascal).toMatch(/Record$/);
      expect(names.snake).toMatch(/_record$/);
      expect(names.segment).not.toMatch(/record/);
    }
  });

  it('gives a word that is its own plural two names in code', () => {
    expect(entityNames('Series')).toMatchObject({
      camel: 'series',
      plural: { camel: 'seriesList', title: 'Series' },
      table: 'series',
      segment: 'series',
    });
  });
});
