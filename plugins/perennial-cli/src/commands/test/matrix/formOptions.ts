import type { JsonObject, JsonValue } from '@backstage/types';
import type { Template } from '@perennial/plugin-perennial-node';
import type { FormOption, OptionValue } from '../types';

/** A parameter of a template's form. */
export interface FormParameter {
  name: string;
  schema: JsonObject;
  required: boolean;
}

/**
 * The parameters on the pages of a template's form. Those that a page shows
 * under a condition only (`dependencies`, `if`, `allOf`) are not among them:
 * they keep what the form gives them.
 */
export function formParameters(template: Template): FormParameter[] {
  const pages = [template.document.spec.parameters ?? []].flat();
  return pages.flatMap(page => {
    const required = Array.isArray(page.required) ? page.required : [];
    return Object.entries(
      isObject(page.properties) ? page.properties : {},
    ).flatMap(([name, schema]) =>
      isObject(schema)
        ? [{ name, schema, required: required.includes(name) }]
        : [],
    );
  });
}

/** The parameters that take one of a few values, with all of them. */
export function formOptions(template: Template): FormOption[] {
  return formParameters(template).flatMap(({ name, schema }) => {
    const values = valuesOf(schema);
    return values.length > 0
      ? [{ name, values: withDefaultFirst(values, schema.default) }]
      : [];
  });
}

function valuesOf(schema: JsonObject): OptionValue[] {
  if (schema.type === 'boolean') {
    return [true, false];
  }
  if (Array.isArray(schema.enum)) {
    return schema.enum.filter(isOptionValue);
  }
  const branches = schema.oneOf ?? schema.anyOf;
  const constants = Array.isArray(branches)
    ? branches.map(branch => (isObject(branch) ? branch.const : undefined))
    : [];
  return constants.every(isOptionValue) ? constants : [];
}

function withDefaultFirst(
  values: OptionValue[],
  preset: JsonValue | undefined,
): OptionValue[] {
  return [
    ...values.filter(value => value === preset),
    ...values.filter(value => value !== preset),
  ];
}

function isOptionValue(value: JsonValue | undefined): value is OptionValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
