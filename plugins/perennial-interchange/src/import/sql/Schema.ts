import type { Node, TypeName } from '@pgsql/types';
import { namesOf, qualified } from './nodes';

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
  /** btree where left out, which orders whole values. */
  method?: string;
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
  /** The name of the primary key, if the script gives it one. */
  keyName?: string;
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
  readonly #byName = new Map<string, Table>();
  readonly #types = new Map<string, CustomType>();
  readonly #typesByName = new Map<string, CustomType>();
  readonly tables = new Map<string, Table>();
  readonly notes: SchemaNote[] = [];
  /** The schema that names without one belong to; `public` where left out. */
  current?: string;

  note(place: string, message: string, line?: number): void {
    this.notes.push({ place, message, line });
  }

  /** Whether one more composite type can be spelt out. */
  takeComposite(): boolean {
    this.#composites += 1;
    return this.#composites <= MOST_COMPOSITES;
  }

  /** What identifies something that a statement makes. */
  keyOf(names: string[]): string {
    return qualified(
      names.length === 1 && this.current !== undefined
        ? [this.current, ...names]
        : names,
    );
  }

  add(table: Table): void {
    this.tables.set(table.key, table);
    this.#byName.set(table.name, table);
  }

  /** Gives a table another name or schema, wherever it is spoken of. */
  move(table: Table, [schema, name]: [string, string]): void {
    const key = this.keyOf([schema, name]);
    for (const { foreignKeys } of this.tables.values()) {
      for (const reference of foreignKeys)
        if (reference.target === table.key) reference.target = key;
    }
    this.tables.delete(table.key);
    table.key = key;
    table.schema = schema;
    table.name = name;
    this.add(table);
  }

  /** The table that a statement names: of the current schema, or else of any. */
  find(names: string[]): Table | undefined {
    return this.tables.get(this.keyOf(names)) ?? this.table(qualified(names));
  }

  /** A table by its key, or by its name where that tells too little. */
  table(key: string): Table | undefined {
    const found = this.tables.get(key) ?? this.#byName.get(key);
    return found !== undefined && this.tables.has(found.key)
      ? found
      : undefined;
  }

  addType(names: string[], type: CustomType): void {
    this.#types.set(this.keyOf(names), type);
    this.#typesByName.set(names[names.length - 1], type);
  }

  /** A type that the script made, of any schema if not of the one that is meant. */
  type(names: string[]): CustomType | undefined {
    return (
      this.#types.get(this.keyOf(names)) ??
      this.#types.get(qualified(names)) ??
      this.#typesByName.get(names[names.length - 1])
    );
  }

  /** A type's name as it is understood here, for when another schema is the current one. */
  inFull(type: TypeName): TypeName {
    const { names = [] } = type;
    const isOurs =
      names.length === 1 && this.#types.has(this.keyOf(namesOf(names)));
    return this.current !== undefined && isOurs
      ? { ...type, names: [{ String: { sval: this.current } }, ...names] }
      : type;
  }
}
