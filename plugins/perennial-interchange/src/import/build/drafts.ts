import type {
  FieldDocument,
  IdType,
  RelationDocument,
} from '@perennial/plugin-perennial-common';
import type { Notes, Place } from './notes';

/** What the source calls an entity and a field, for the places of notes: table and column. */
export interface SourceWords {
  entity: string;
  field: string;
}

/** A field as the source has it: its name may be anything, and its constraints senseless. */
export interface DraftField extends FieldDocument {
  line?: number;
}

/** A relation as the source has it. */
export interface DraftRelation
  extends Omit<RelationDocument, 'target' | 'key'> {
  target: DraftEntity;
  /** What the notes call it; its name where left out. */
  source?: string;
  line?: number;
}

/** An entity as the source has it. */
export interface EntityOptions {
  /** Any text. */
  name: string;
  /** The name may be a plural, as those of tables are. */
  isTable?: boolean;
  plural?: string;
  description?: string;
  line?: number;
}

/** An entity while it is gathered. Names become legal when the model is built. */
export class DraftEntity {
  /** Left out: as the database has it. */
  id?: IdType;
  /** The key of the source became the id, so a field called id is another thing. */
  hasKey = false;
  timestamps = false;
  softDelete = false;
  readonly fields: DraftField[] = [];
  readonly relations: DraftRelation[] = [];

  constructor(
    readonly options: EntityOptions,
    private readonly words: SourceWords,
    private readonly notes: Notes,
  ) {}

  /** Where the entity, or a field of it, is. */
  place(field?: string, line?: number): Place {
    const { entity, field: member } = this.words;
    const place = `${entity} ${this.options.name}`;
    return {
      place: field === undefined ? place : `${place}, ${member} ${field}`,
      line: line ?? this.options.line,
    };
  }

  /** Says what becomes of the entity or of a field of it. */
  note(message: string, field?: string, line?: number): void {
    this.notes.add(this.place(field, line), message);
  }

  /** The key of the source as the id. */
  setKey(type: IdType | undefined): void {
    this.hasKey = true;
    this.id = type;
  }
}
