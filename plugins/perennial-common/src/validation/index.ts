export { validateModel } from './validateModel';
export { formatPointer, problemsToError } from './problems';
export type { Pointer } from './problems';
