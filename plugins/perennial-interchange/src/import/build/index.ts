export { ModelBuilder } from './ModelBuilder';
export type {
  DraftEntity,
  DraftField,
  DraftRelation,
  SourceWords,
} from './drafts';
export type { Place } from './notes';
