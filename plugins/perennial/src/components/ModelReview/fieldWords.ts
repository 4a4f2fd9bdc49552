import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  DEFAULT_PRECISION,
  DEFAULT_SCALE,
  type FieldDocument,
  type ItemsDocument,
} from '@perennial/plugin-perennial-common';
import type { perennialTranslationRef } from '../../translation';

type Translate = TranslationFunction<(typeof perennialTranslationRef)['T']>;

/** Values of an enum that are spelt out. */
const SHOWN_VALUES = 8;

/** The type of a field or of an array's items, in words. */
export function fieldType(
  t: Translate,
  value: FieldDocument | ItemsDocument,
): string {
  switch (value.type) {
    case 'array':
      return value.items
        ? t('review.types.arrayOf', { type: fieldType(t, value.items) })
        : value.type;
    case 'decimal':
      return t('review.types.decimal', {
        precision: String(value.precision ?? DEFAULT_PRECISION),
        scale: String(value.scale ?? DEFAULT_SCALE),
      });
    case 'enum':
      return enumType(t, value.values ?? []);
    default:
      return value.type;
  }
}

function enumType(t: Translate, values: string[]): string {
  const shown = values.slice(0, SHOWN_VALUES).join(', ');
  const count = values.length - SHOWN_VALUES;
  return count > 0
    ? t('review.types.enumMore', { values: shown, count })
    : t('review.types.enumOf', { values: shown });
}

/** What a field holds its values to, beside being required or unique. */
export function fieldRules(t: Translate, field: FieldDocument): string[] {
  const count = (
    rule: 'minLength' | 'maxLength' | 'minItems' | 'maxItems',
    value: number | undefined,
  ) => value !== undefined && t(`review.rules.${rule}`, { count: value });
  const bound = (
    rule: 'minimum' | 'maximum',
    value: number | string | undefined,
  ) => value !== undefined && t(`review.rules.${rule}`, { value: `${value}` });

  const rules: (string | false | undefined)[] = [
    bound('minimum', field.minimum),
    bound('maximum', field.maximum),
    count('minLength', field.minLength),
    count('maxLength', field.maxLength),
    count('minItems', field.minItems),
    count('maxItems', field.maxItems),
    field.pattern !== undefined &&
      t('review.rules.pattern', { pattern: field.pattern }),
    field.default !== undefined &&
      t('review.rules.default', { value: JSON.stringify(field.default) }),
    field.index && t('review.rules.index'),
    field.searchable && t('review.rules.searchable'),
  ];
  return rules.filter(rule => typeof rule === 'string');
}
