/** A value for a field, with what is particular about it. */
export interface Sample {
  label: string;
  value: unknown;
  /** Where an error points, below the field; empty for the field itself. */
  at?: string;
  /** The fault is the body's: an error may point anywhere. */
  unpointed?: boolean;
  /**
   * The text of the contract leaves the refusal of such a value open, but where
   * it is taken, it comes back as it was sent.
   */
  lenient?: boolean;
  /** Text that the answer holds, where a parsed value cannot tell. */
  verbatim?: string;
}
