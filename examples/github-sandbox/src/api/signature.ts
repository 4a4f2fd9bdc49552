import type { Signature } from '../git/objects';
import type { Account, JsonObject } from '../store/types';
import { ApiError } from './ApiError';
import { optionalText } from './input';
import { timestamp } from './time';

/** The user as author of a commit made now. */
export function signatureOf(account: Account): Signature {
  return {
    name: account.login,
    email: `${account.login}@users.noreply.localhost`,
    date: timestamp(),
  };
}

/** The author or committer that a request names, or the fallback. */
export function signatureFrom(
  given: JsonObject | undefined,
  fallback: Signature,
): Signature {
  if (!given) {
    return fallback;
  }
  const date = optionalText(given, 'date') ?? timestamp();
  if (Number.isNaN(Date.parse(date))) {
    throw new ApiError(422, `Invalid request.\n\n"${date}" is not a date.`);
  }
  return {
    name: optionalText(given, 'name') ?? fallback.name,
    email: optionalText(given, 'email') ?? fallback.email,
    date,
  };
}
