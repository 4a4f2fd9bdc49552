export { ModelBuilder } from './ModelBuilder';
export type {
  DraftEntity,
  DraftField,
  DraftRelation,
  SourceWords,
} from './drafts';
export { pluralOfTable } from './names';
export type { Place } from './notes';
