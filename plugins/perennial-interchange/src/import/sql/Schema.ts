import type { Node, TypeName } from '@pgsql/types';

/** A column of a table. */
export interface Column {
  name: string;
  line?: number;
  type: TypeName;
  isRequired: boolean;
  default?: Node;
  /** GENERATED … AS IDENTITY. */
  isIdentity: boolean;
  /** GENERATED ALWAYS AS (…) STORED. */
  isComputed: boolean;
  comment?: string;
}

/** A foreign key. */
export interface ForeignKey {
  name?: string;
  columns: string[];
  target: string;
  /** The primary key of the target where left out. */
  targetColumns: string[];
  /** PostgreSQL's letter: a no action, r restrict, c cascade, n set null, d set default. */
  onDelete: string;
  line?: number;
}

/** A condition that a row has to meet. */
export interface Check {
  name?: string;
  expression: Node;
  line?: number;
}

/** Columns that together are unique, or indexed. */
export interface Index {
  name?: string;
  /** Empty where it is over an expression. */
  columns: string[];
  isUnique: boolean;
  /** It holds some of the rows only. */
  isPartial: boolean;
  line?: number;
}

/** A table as its statements leave it. */
export interface Table {
  key: string;
  schema?: string;
  name: string;
  line?: number;
  comment?: string;
  columns: Map<string, Column>;
  primaryKey?: string[];
  foreignKeys: ForeignKey[];
  checks: Check[];
  indexes: Index[];
}

/** A type that the script made. */
export type CustomType =
  | { kind: 'enum'; values: string[] }
  | {
      kind: 'domain';
      base: TypeName;
      checks: Check[];
      isRequired: boolean;
      default?: Node;
    }
  | { kind: 'composite'; columns: Column[] };

/** Something that is not carried over. */
export interface SchemaNote {
  place: string;
  line?: number;
  message: string;
}

/** Composite types that are spelt out, at most: each can hold many others. */
const MOST_COMPOSITES = 1000;

/** A database as a script leaves it. */
export class Schema {
  #composites = 0;
  readonly tables = new Map<string, Table>();
  readonly types = new Map<string, CustomType>();
  readonly notes: SchemaNote[] = [];

  note(place: string, message: string, line?: number): void {
    this.notes.push({ place, message, line });
  }

  readonly #byName = new Map<string, Table>();

  /** Whether one more composite type can be spelt out. */
  takeComposite(): boolean {
    this.#composites += 1;
    return this.#composites <= MOST_COMPOSITES;
  }

  add(table: Table): void {
    this.tables.set(table.key, table);
    this.#byName.set(table.name, table);
  }

  /** A table by its key, or by its name where the script has set a search path. */
  table(key: string): Table | undefined {
    const found = this.tables.get(key) ?? this.#byName.get(key);
    return found !== undefined && this.tables.has(found.key)
      ? found
      : undefined;
  }
}
