/** Whether the value of a field with this name under `ui:field` is a model. */
export function isModelField(name: unknown): boolean {
  return name === 'ModelDesigner';
}
