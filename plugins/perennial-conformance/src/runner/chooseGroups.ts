import { InputError } from '@backstage/errors';

/** What may never be in an answer is judged with any choice. */
const ALWAYS = 'always';

/**
 * The groups of these ids; all where none are named.
 *
 * @throws InputError where an id is of no group
 */
export function chooseGroups<Group extends { id: string }>(
  groups: readonly Group[],
  only: readonly string[] | undefined,
): Group[] {
  const known = groups.map(({ id }) => id);
  const unknown = only?.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new InputError(
      `There is no group "${unknown}". Choose from ${known.join(', ')}.`,
    );
  }
  return groups.filter(({ id }) => !only || only.includes(id) || id === ALWAYS);
}
