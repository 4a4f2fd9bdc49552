import type { JsonObject } from '../store/types';
import { ApiError, invalid } from './ApiError';

/** A text in the body, or undefined where there is none. */
export function optionalText(
  body: JsonObject,
  key: string,
): string | undefined {
  const value = body[key];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new ApiError(
      422,
      `Invalid request.\n\nFor 'properties/${key}', ${JSON.stringify(
        value,
      )} is not a string.`,
    );
  }
  return value;
}

/** A text that the body must hold. */
export function requiredText(
  body: JsonObject,
  key: string,
  resource: string,
): string {
  const value = optionalText(body, key);
  if (value === undefined || value === '') {
    throw invalid(resource, key, 'missing_field');
  }
  return value;
}

/** A list of texts in the body, or undefined where there is none. */
export function optionalTexts(
  body: JsonObject,
  key: string,
): string[] | undefined {
  const value = body[key];
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Array.isArray(value) || value.some(item => typeof item !== 'string')) {
    throw new ApiError(
      422,
      `Invalid request.\n\nFor 'properties/${key}', it is not an array of strings.`,
    );
  }
  return value as string[];
}

/** An object within the body, or undefined where there is none. */
export function optionalObject(
  body: JsonObject,
  key: string,
): JsonObject | undefined {
  const value = body[key];
  return value && typeof value === 'object' && !Array.isArray(value)
    ? value
    : undefined;
}
