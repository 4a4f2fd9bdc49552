import type { ModelDocument, ModelOptions } from '../model/types';
import type { ProblemList } from './problems';

/** Checks what a schema cannot say. */
export function checkSemantics(
  _document: ModelDocument,
  _options: ModelOptions,
  _problems: ProblemList,
): void {}
