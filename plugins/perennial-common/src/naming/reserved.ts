/**
 * Words that a generated service cannot use as they are, by what reserves
 * them. A name that is one of them in any spelling gets a trailing underscore
 * in code and in the database; on the wire it stays as it is.
 *
 * @public
 */
export const RESERVED_WORDS = {
  python: `False None True and as assert async await break class continue def del elif else except finally for
    from global if import in is lambda nonlocal not or pass raise return try while with yield self cls super
    object property staticmethod classmethod int str float bool list dict set tuple bytes`,
  javascript: `arguments await async break case catch class const continue debugger default delete do else enum
    eval export extends false finally for function if implements import in instanceof interface let new null of
    package private protected public return static super switch this throw true try typeof undefined var void
    while with yield NaN Infinity hasOwnProperty isPrototypeOf propertyIsEnumerable toString toLocaleString
    valueOf toJSON then module exports require`,
  sql: `all analyse analyze and any array as asc asymmetric authorization between binary both case cast check
    collate collation column concurrently constraint create cross current_catalog current_date current_role
    current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
    except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
    is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
    only or order outer overlaps placing primary references returning right select session_user similar some
    symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
    where window with tableoid xmin cmin xmax cmax ctid oid`,
  sequelize: `sequelize isNewRecord dataValues previous changed update save destroy restore reload validate get
    set getDataValue setDataValue setAttributes increment decrement equals equalsOneOf where toJSON isSoftDeleted
    addHook removeHook`,
  sqlalchemy: `metadata registry query query_class mapped_column linked_ids`,
  pydantic: `copy dict json schema schema_json construct validate parse_obj parse_raw parse_file from_orm
    update_forward_refs model_config model_fields model_computed_fields model_extra model_fields_set
    model_construct model_copy model_dump model_dump_json model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings Config`,
  marshmallow: `Meta opts`,
  service: `defaults merged`,
  mongoose: `collection emit errors get init isModified isNew listeners modelName on once populate populated
    prototype remove removeListener save schema set toObject validate equals increment inspect invalidate
    overwrite depopulate markModified`,
  mongoframes: `to_json_type for_json insert update upsert unset delete insert_many update_many unset_many
    delete_many reload by_id count one many ids get_collection get_db get_fields cascade nullify pull listen
    stop_listening`,
} as const;

/** What reserves words. @public */
export type ReservedBy = keyof typeof RESERVED_WORDS;

/**
 * What every language or framework here has already under a name that a row's
 * variable, class or module would take. An entity that is called so is
 * `<Name>Record` in code.
 *
 * @public
 */
export const RESERVED_ENTITY_WORDS = {
  javascript: `Object Map Set WeakMap WeakSet WeakRef Array Function Error TypeError RangeError SyntaxError Date
    Promise Proxy Reflect Symbol String Number Boolean BigInt RegExp JSON Math Buffer Process Global GlobalThis
    Window Document Console Event EventTarget Request Response Headers Url URLSearchParams Blob File FormData
    Iterator Generator Intl Atomics DataView Module Exports Require Class Arguments Eval Undefined NaN Infinity`,
  python: `List Dict Tuple Int Float Str Bool Bytes Any Optional Union Literal Enum Decimal Datetime Time
    Timedelta Uuid Path Callable Sequence Mapping Iterable Self None Property Super Exception Warning Type Print
    Range Filter Hash Input Open Format`,
  sequelize: `Model Models Sequelize DataTypes Op Transaction Association Database Db Connection Migration Seeder`,
  express: `Express Router App Application Server Req Res Next Err Body Query Params Locals Middleware Controller
    Service Validator Joi Page Limit Sort`,
  sqlalchemy: `Base Session Engine Column Table Index Relationship Mapped Registry Metadata Text Integer BigInteger
    Numeric Double ForeignKey Json Instant LocalDate LocalTime`,
  pydantic: `Field Fields Annotated Root BaseModel Depends FastAPI`,
  marshmallow: `Schema Schemas Marshmallow`,
  flask: `Flask Blueprint Config G CurrentApp Jsonify Abort UrlFor`,
  mongoose: `Mongoose Mongo Connection Collection`,
  pymongo: `ObjectId`,
  mongoframes: `Frame SubFrame Cursor Client`,
  adminServer: `Auth AppBlueprint APIError Periodic PeriodicThread`,
  service: `Env Settings Logger Log Metric Metrics Health Repository Test Tests Jest Fixture Factory Pagination Problem
    Caller FieldError ListQuery ListDefinition Main Init Utils Common Openapi Docs Migrations Seeders Routes Services
    Controllers Validators`,
} as const;

/**
 * Refused for entities, fields and relations, as spelt: every object of
 * JavaScript inherits a member of this name, and what looks for one that is
 * missing finds that.
 *
 * @public
 */
export const REFUSED_NAMES: readonly string[] = [
  'constructor',
  'prototype',
  '__proto__',
  'toString',
  'toLocaleString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
];

/** Column and property names that every entity may have of itself. @public */
export const BUILT_IN_FIELDS: readonly string[] = [
  'id',
  'created_at',
  'updated_at',
  'deleted_at',
  'owner_id',
];

function split(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

const reserved = new Set(Object.values(RESERVED_WORDS).flatMap(split));
// SQL reserves nothing here: a table has the plural, and in quotes.
const { sql: _sql, ...codeWords } = RESERVED_WORDS;
const reservedInCode = new Set(Object.values(codeWords).flatMap(split));
const reservedEntities = new Set(
  Object.values(RESERVED_ENTITY_WORDS)
    .flatMap(split)
    .map(word => word.toLowerCase()),
);

/**
 * Whether any target language or framework reserves a word, as spelt.
 *
 * @public
 */
export function isReservedWord(word: string): boolean {
  return reserved.has(word);
}

/**
 * The words that one language or framework reserves.
 *
 * @public
 */
export function reservedWordsOf(owner: ReservedBy): string[] {
  return split(RESERVED_WORDS[owner]);
}

/**
 * The names that one language or framework keeps an entity from having in code.
 *
 * @public
 */
export function reservedEntityWordsOf(
  owner: keyof typeof RESERVED_ENTITY_WORDS,
): string[] {
  return split(RESERVED_ENTITY_WORDS[owner]);
}

/**
 * Whether an entity with this name in Pascal case gets the suffix `Record`.
 *
 * @public
 */
export function isReservedEntity(pascal: string): boolean {
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return (
    reservedEntities.has(pascal.toLowerCase()) ||
    reservedInCode.has(pascal) ||
    reservedInCode.has(camel) ||
    reservedInCode.has(pascal.toLowerCase())
  );
}
