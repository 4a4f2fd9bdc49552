import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import type { JsonObject, JsonValue } from '@backstage/types';
import { isModelField } from '../components/ModelReview/modelFields';

/**
 * Whether a template asks for a model and for nothing that our wizard lacks:
 * what Backstage does not hand out is the running of form decorators and some
 * of its fields, such as `Secret`.
 */
export function canShowForm(
  manifest: TemplateParameterSchema,
  fieldNames: readonly string[],
): boolean {
  const decorators =
    manifest.formDecorators ?? manifest.EXPERIMENTAL_formDecorators ?? [];
  const wanted = manifest.steps.flatMap(({ schema }) => wantedFields(schema));
  return (
    decorators.length === 0 &&
    wanted.some(isModelField) &&
    wanted.every(name => fieldNames.includes(name))
  );
}

/** The names under `ui:field`, wherever they stand in a schema. */
function wantedFields(schema: JsonValue | undefined): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const name = Array.isArray(schema) ? undefined : fieldOf(schema);
  const nested = Object.values(schema).flatMap(wantedFields);
  return name === undefined ? nested : [name, ...nested];
}

function fieldOf(schema: JsonObject): string | undefined {
  const name = schema['ui:field'];
  return typeof name === 'string' ? name : undefined;
}
