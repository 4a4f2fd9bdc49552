/** The fields whose value is a model. */
const MODEL_FIELDS = ['ModelDesigner', 'ModelEditor'];

/** Whether the value of a field with this name under `ui:field` is a model. */
export function isModelField(name: unknown): boolean {
  return typeof name === 'string' && MODEL_FIELDS.includes(name);
}
