/** A model to start from. */
export interface ExampleModel {
  /** Unique among the bundled ones; what `ui:options` refer to. */
  name: string;
  title: string;
  description?: string;
  /** Known for the bundled ones. */
  entityCount?: number;
  /** YAML. */
  text: string;
}
