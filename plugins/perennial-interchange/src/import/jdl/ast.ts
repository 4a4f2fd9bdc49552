/** `@Id`, `@OnDelete("CASCADE")`. */
export interface Annotation {
  name: string;
  value?: string;
}

/** `required`, `min(3)`, `pattern(/^a/)`. */
export interface Validation {
  name: string;
  /** A number, the name of a constant, or a regular expression without its slashes. */
  value?: string;
  line?: number;
}

/** A field of an entity. */
export interface JdlField {
  name: string;
  type: string;
  annotations: Annotation[];
  validations: Validation[];
  documentation?: string;
  line?: number;
}

/** An entity. */
export interface JdlEntity {
  name: string;
  table?: string;
  annotations: Annotation[];
  fields: JdlField[];
  documentation?: string;
  line?: number;
}

/** An enum. */
export interface JdlEnum {
  name: string;
  values: string[];
  /** A value has a text in brackets: what is shown or stored for it. */
  hasTexts: boolean;
  line?: number;
}

/** One end of a relationship. */
export interface JdlSide {
  entity: string;
  /** The field that refers to the other end. */
  field?: string;
  /** The field of the other end that is shown for it. */
  display?: string;
  isRequired: boolean;
  annotations: Annotation[];
  documentation?: string;
  line?: number;
}

/** A relationship between two ends. */
export interface JdlRelationship {
  kind: string;
  from: JdlSide;
  to: JdlSide;
  /** `with builtInEntity`. */
  options: string[];
}

/** Something of JHipster's generator: an application, or an option such as `paginate`. */
export interface JdlOption {
  name: string;
  line?: number;
}

/** What the fields of a file may refer to. */
export interface JdlNames {
  enums: ReadonlyMap<string, JdlEnum>;
  constants: ReadonlyMap<string, string>;
}

/** What a JDL file declares. */
export interface JdlDocument {
  entities: JdlEntity[];
  enums: JdlEnum[];
  relationships: JdlRelationship[];
  constants: Map<string, string>;
  options: JdlOption[];
}
