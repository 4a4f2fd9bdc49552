import { nameForms, normaliseName } from '@perennial/plugin-perennial-common';
import type { MergedSchema } from './mergeSchema';

/** The property that tells rows of a schema apart; undefined where there is none. */
export function identityOf(
  name: string,
  { properties }: MergedSchema,
): string | undefined {
  const own = normaliseName(name);
  const wanted = ['id', `${own}id`, 'uuid', 'guid'];
  const byName = new Map(
    [...properties.keys()].map(property => [normaliseName(property), property]),
  );
  return wanted
    .map(key => byName.get(key))
    .find(property => property !== undefined);
}

/** What comes before `Id` or `_ids` in the name of a property. */
export function referredName(
  property: string,
  ending: 'id' | 'ids',
): string | undefined {
  const { snake } = nameForms(property);
  if (!snake.endsWith(`_${ending}`)) return undefined;
  return property.slice(0, -ending.length).replace(/[_-]$/, '');
}
