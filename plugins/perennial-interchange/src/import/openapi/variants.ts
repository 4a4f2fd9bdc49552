import { normaliseName } from '@perennial/plugin-perennial-common';
import type { MergedSchema } from '../schema/mergeSchema';

const BEFORE =
  /^(?:New|Create|Created|Update|Updated|Patch|Patched|Edit|Upsert|Add|Insert|Partial|Base)(?=[A-Z_])/;

const AFTER =
  /(?:_?(?:Input|Create|Creation|Created|Update|Updated|Patch|Request|RequestBody|Response|ResponseBody|Dto|DTO|Payload|Body|Base|Read|Write|In|Out|Form|New|Upsert|Public|Summary|Details?|Partial|Params?))+$/;

/** Names of what answers when something went wrong. */
const FAULT =
  /(?:Error|Errors|Problem|ProblemDetails?|Fault|Exception)(?:Model|Response|Dto|DTO|Object|Body|Detail|Details|Info|Item)?$/i;

const WRAPPER =
  /(?:List|Page|Paged|Paginated|Collection|Results?|Envelope)(?:Response|Dto|DTO)?$/;

/** Names that schemas of one thing share: `NewPet`, `PetInput` and `pet_out` give `Pet`. */
export function plainName(name: string): string {
  const without = name.replace(BEFORE, '').replace(AFTER, '');
  return without === '' ? name : without;
}

/** Whether a schema is called as errors are. */
export function isFault(name: string): boolean {
  return FAULT.test(name);
}

/** Whether a schema is called as what wraps lists. */
export function isWrapper(name: string): boolean {
  return WRAPPER.test(name);
}

/** Whether a schema has at least half of its properties from another one. */
export function isLike(variant: MergedSchema, whole: MergedSchema): boolean {
  const known = new Set([...whole.properties.keys()].map(normaliseName));
  const own = [...variant.properties.keys()].map(normaliseName);
  const shared = own.filter(name => known.has(name));
  return own.length > 0 && shared.length * 2 >= own.length;
}

/** What is answered says more of a thing than what is sent. */
const READ = /(?:Response|Dto|DTO|Read|Out|Details?|Public)$/;

/** The schema that stands for all of its name: its own, else what is answered, else any. */
export function primaryOf<Schema extends { name: string }>(
  schemas: readonly Schema[],
  plain: string,
): Schema {
  return (
    schemas.find(({ name }) => name === plain) ??
    schemas.find(({ name }) => READ.test(name)) ??
    schemas[0]
  );
}
