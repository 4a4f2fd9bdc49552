export { appliesTo } from './applies';
export type { TypedMember } from './applies';
export { validateModel } from './validateModel';
export { formatPointer, InvalidModelError, problemsToError } from './problems';
export type { Pointer } from './problems';
