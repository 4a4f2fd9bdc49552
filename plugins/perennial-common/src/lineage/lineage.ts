import { InputError } from '@backstage/errors';
import { parse, stringify } from 'yaml';
import { formatPointer } from '../validation/problems';
import type { JsonValue } from '../wire/types';
import { LINEAGE_PATH, lineageSchema, type Lineage } from './types';

/** Far above any repository that the limits of a model allow. */
const MAX_LINEAGE_BYTES = 32 * 1024 * 1024;

/** Code points, not a locale: the same order on every machine. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) =>
    compareText(left, right),
  );
  return Object.fromEntries(
    entries.map(([key, member]) => [key, sorted(member)]),
  );
}

function check(input: unknown): Lineage {
  const result = lineageSchema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = formatPointer(
    issue.path.map(step => (typeof step === 'number' ? step : String(step))),
  );
  throw new InputError(
    `${LINEAGE_PATH} cannot be read at ${place || 'its top'}: ${
      issue.message
    }. Restore the file from the repository's history.`,
  );
}

/**
 * Reads the text of `.perennial/lineage.yaml`.
 *
 * @throws InputError where it is not a lineage
 *
 * @public
 */
export function parseLineage(text: string): Lineage {
  if (text.length > MAX_LINEAGE_BYTES) {
    throw new InputError(
      `${LINEAGE_PATH} is larger than 32 MiB. Restore the file from the repository's history.`,
    );
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    const reason =
      error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError(
      `${LINEAGE_PATH} is not YAML: ${reason} Restore the file from the repository's history.`,
    );
  }
  return check(value);
}

/**
 * The text of `.perennial/lineage.yaml`: the same for the same lineage,
 * whatever order its values and files came in.
 *
 * @throws InputError where it is not a lineage
 *
 * @public
 */
export function stringifyLineage(lineage: Lineage): string {
  const { version, template, engine, database, layers, values, model, files } =
    check(lineage);
  const ordered = {
    version,
    template: sorted(template as JsonValue),
    engine,
    ...(database === undefined ? {} : { database }),
    layers,
    values: sorted(values as JsonValue),
    ...(model === undefined ? {} : { model }),
    files: [...files]
      .sort((left, right) => compareText(left.path, right.path))
      .map(({ path, mode, blob }) => ({ path, mode, blob })),
  };
  return stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false });
}
