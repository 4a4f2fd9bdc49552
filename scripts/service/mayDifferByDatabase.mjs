import { isDeepStrictEqual } from 'node:util';

/** What OpenAPI documents say of the two kinds of ids. */
const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
const OBJECT_ID = '^[0-9a-f]{24}$';

/** What they say of the names of members of free JSON. */
const ANY_NAME = { pattern: '^[^\\u0000]*$' };
const PLAIN_NAME = { pattern: '^(?:[^$.\\u0000][^.\\u0000]*)?$' };

/** Where they say how long a text to search for may be. */
const SEARCH_LENGTH = '/components/parameters/Search/schema/maxLength';

/**
 * Whether two values in one place of the OpenAPI documents of one model differ
 * only because one service is on PostgreSQL and the other on MongoDB:
 *
 * - An id of which the model says nothing is a uuid in the one and an objectId
 *   in the other: its schema, in objects, references and parameters, and each
 *   example.
 * - Free JSON may have members of any name in the one, and in the other none
 *   that MongoDB takes for an operator or a path.
 * - What is searched for has a greatest length in the other.
 *
 * @param {unknown} left
 * @param {unknown} right
 * @param {string} pointer to both
 */
export function mayDifferByDatabase(left, right, pointer) {
  return isPair(left, right, pointer) || isPair(right, left, pointer);
}

function isPair(postgres, mongo, pointer) {
  return (
    (pointer === SEARCH_LENGTH && postgres === undefined) ||
    isExamplePair(postgres, mongo) ||
    isSchemaPair(postgres, mongo) ||
    isNamesPair(postgres, mongo)
  );
}

/** The innermost level that a document describes has no other rule than that for names. */
function isNamesPair(postgres, mongo) {
  return (
    (isDeepStrictEqual(postgres, ANY_NAME) &&
      isDeepStrictEqual(mongo, PLAIN_NAME)) ||
    (isDeepStrictEqual(postgres, {}) &&
      isDeepStrictEqual(mongo, { propertyNames: PLAIN_NAME }))
  );
}

function isExamplePair(postgres, mongo) {
  return (
    typeof postgres === 'string' &&
    typeof mongo === 'string' &&
    new RegExp(UUID).test(postgres) &&
    new RegExp(OBJECT_ID).test(mongo)
  );
}

/** The same schema but for the pattern, and the format that only a uuid has. */
function isSchemaPair(postgres, mongo) {
  if (postgres?.pattern !== UUID || mongo?.pattern !== OBJECT_ID) {
    return false;
  }
  const { format, ...others } = postgres;
  return (
    format === 'uuid' &&
    isDeepStrictEqual({ ...others, pattern: OBJECT_ID }, mongo)
  );
}
