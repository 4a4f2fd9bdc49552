/**
 * Words that a generated service cannot use as they are, by what reserves
 * them. A name that is one of them in any spelling gets a trailing underscore
 * in code and in the database; on the wire it stays as it is.
 *
 * @public
 */
export const RESERVED_WORDS = {
  python: `False None True and as assert async await break case class continue def del elif else except
    finally for from global if import in is lambda match nonlocal not or pass raise return try type while
    with yield self cls super print object property staticmethod classmethod int str float bool list dict
    set tuple bytes any all len map filter id hash iter next range sum min max sorted format open input
    vars dir eval exec compile`,
  javascript: `abstract arguments await async boolean break byte case catch char class const continue
    debugger default delete do double else enum eval export extends false final finally float for function
    goto if implements import in instanceof int interface let long native new null of package private
    protected public return short static super switch synchronized this throw throws transient true try
    typeof undefined var void volatile while with yield NaN Infinity hasOwnProperty isPrototypeOf
    propertyIsEnumerable toString toLocaleString valueOf toJSON then module exports require`,
  sql: `all analyse analyze and any array as asc asymmetric authorization between binary both case cast check
    collate collation column concurrently constraint create cross current_catalog current_date current_role
    current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
    except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
    is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
    only or order outer overlaps placing primary references returning right select session_user similar some
    symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
    where window with tableoid xmin cmin xmax cmax ctid oid`,
  sequelize: `sequelize associations options rawAttributes tableAttributes primaryKeys primaryKeyAttribute
    isNewRecord dataValues previous changed update save destroy restore reload validate get set getDataValue
    setDataValue increment decrement equals where attributes build bulkCreate bulkBuild count create describe
    drop findAll findAndCountAll findByPk findCreateFind findOne findOrBuild findOrCreate getTableName
    hasAlias hasMany hasOne belongsTo belongsToMany init max min sum scope schema sync truncate unscoped upsert
    addScope addHook removeHook hooks isSoftDeleted removeAttribute setAttributes`,
  express: `app req res next err error request response router params query body headers method path
    protocol secure ip ips hostname subdomains xhr stale fresh locals session cookies`,
  sqlalchemy: `metadata registry query session mapper columns relationships`,
  pydantic: `copy dict json schema schema_json construct validate parse_obj parse_raw parse_file from_orm
    fields update_forward_refs model_config model_fields model_computed_fields model_extra model_fields_set
    model_construct model_copy model_dump model_dump_json model_json_schema model_parametrized_name
    model_post_init model_rebuild model_validate model_validate_json model_validate_strings Config`,
  marshmallow: `Meta opts load loads dump dumps handle_error declared_fields dump_fields load_fields
    context many only exclude partial unknown ordered on_bind_field get_attribute`,
  flask: `g current_app url_for jsonify abort make_response blueprint config`,
  mongoose: `_id __v on emit once listeners removeListener collection db errors get init isModified isNew
    modelName save schema set toObject validate remove populated populate depopulate base discriminators
    baseModelName increment invalidate markModified modifiedPaths overwrite replaceOne directModifiedPaths
    updateOne deleteOne inspect equals`,
  mongoframes: `_collection _fields _client _db _indexes _json_schema _document to_json_type for_json insert
    update upsert delete insert_many update_many delete_many reload by_id one many ids flush get_collection
    get_db get_fields cascade nullify pull listen stop_listening`,
} as const;

/** What reserves words. @public */
export type ReservedBy = keyof typeof RESERVED_WORDS;

/**
 * Names of classes and values that every language or framework here has
 * already. An entity that is called so is `<Name>Record` in code.
 *
 * @public
 */
export const RESERVED_ENTITIES = `Object Map Set WeakMap WeakSet WeakRef Array Function Error TypeError RangeError
  SyntaxError Date Promise Proxy Reflect Symbol String Number Boolean BigInt RegExp JSON Math Buffer Process
  Global GlobalThis Window Document Console Event EventTarget Request Response Headers Url URLSearchParams Blob
  File FormData Iterator Generator Intl Atomics DataView Int8Array Uint8Array Module Exports Require Class Type
  Model Models Schema Field Fields Column Columns Table Tables Index Database Db Base Session Engine Query
  Connection Transaction Sequelize DataTypes Op Joi Express Router App Application Server Config Env Settings
  Logger Log Metric Metrics Health Middleware Controller Service Repository Validator Migration Seeder Test Tests
  Jest Fixture Exception Warning List Dict Tuple Int Float Str Bool Bytes Any Optional Union Literal Enum Decimal
  Datetime Time Timedelta Uuid Path Callable Sequence Mapping Iterable Self None Property Super Annotated
  Depends Flask Blueprint FastAPI Frame Mongoose Mongo Page Pagination Problem
  Arguments Eval Undefined NaN Infinity Root Main Init Utils Common Openapi Docs`;

/** Refused for entities, fields and relations: they reach an object's prototype. @public */
export const REFUSED_NAMES: readonly string[] = [
  'constructor',
  'prototype',
  '__proto__',
  'proto',
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
const reservedEntities = new Set(
  split(RESERVED_ENTITIES).map(word => word.toLowerCase()),
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
 * Whether an entity with this name in Pascal case gets the suffix `Record`.
 *
 * @public
 */
export function isReservedEntity(pascal: string): boolean {
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return (
    reservedEntities.has(pascal.toLowerCase()) ||
    reserved.has(pascal) ||
    reserved.has(camel) ||
    reserved.has(pascal.toLowerCase())
  );
}
