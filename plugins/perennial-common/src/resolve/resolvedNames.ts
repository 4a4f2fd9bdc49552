import { InputError } from '@backstage/errors';
import type { NameForms, ResolvedModel } from './types';

/**
 * What an entity is called in each place of a service.
 *
 * @public
 */
export interface ResolvedNames extends NameForms {
  /** As the model writes it. */
  name: string;
  plural: NameForms;
}

/**
 * The names of all entities, in the order of the model: for steps that name
 * files, branches or pages after them.
 *
 * @public
 */
export function resolvedNames(model: ResolvedModel): ResolvedNames[] {
  return model.entities.map(entity => ({
    name: entity.name,
    ...nameForms(entity),
    plural: nameForms(entity.plural),
  }));
}

/**
 * Refuses a model with more entities than a template takes.
 *
 * @throws InputError where there are more
 *
 * @public
 */
export function limitEntities(model: ResolvedModel, maximum: number): void {
  const names = model.entities.map(entity => entity.name);
  if (names.length > maximum) {
    throw new InputError(
      `The model has ${names.length} entities (${names.join(
        ', ',
      )}), and this template takes ${maximum}. ` +
        'Leave the others out, and run the template once for each.',
    );
  }
}

function nameForms(names: NameForms): NameForms {
  const { pascal, camel, snake, kebab, title } = names;
  return { pascal, camel, snake, kebab, title };
}
