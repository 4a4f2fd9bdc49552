import { isObject, listAt, textAt, valueAt } from '../../draft/readDraft';
import type { JsonObject } from '../../draft/types';
import { constraintsOf } from './fieldProperties';

/** What a row shows of a pattern or of a list. */
const PART_LENGTH = 40;

/** The constraints of a field in a few signs, for a row that is closed. */
export function summariseField(field: JsonObject): string {
  const type = textAt(field, 'type');
  const applies = new Set<string>(constraintsOf(type));
  const text = (name: string) => (applies.has(name) ? textAt(field, name) : '');
  const value = textAt(field, 'default');
  return [
    text('precision') || text('scale')
      ? `${text('precision') || '…'},${text('scale') || '…'}`
      : '',
    range(text('minLength'), text('maxLength')),
    range(text('minItems'), text('maxItems')),
    range(text('minimum'), text('maximum')),
    shorten(text('pattern')),
    summariseContent(field, type),
    value === '' ? '' : `= ${shorten(value)}`,
  ]
    .filter(part => part !== '')
    .join(' · ');
}

function summariseContent(field: JsonObject, type: string): string {
  switch (type) {
    case 'enum': {
      const values = valueAt(field, 'values');
      return Array.isArray(values) ? shorten(join(values, ' | ')) : '';
    }
    case 'array': {
      const items = valueAt(field, 'items');
      return isObject(items) ? `[ ${textAt(items, 'type')} ]` : '';
    }
    case 'object': {
      const names = listAt(field, 'fields').map(item => textAt(item, 'name'));
      return names.length > 0 ? shorten(`{ ${join(names, ', ')} }`) : '';
    }
    default:
      return '';
  }
}

function range(low: string, high: string): string {
  if (low !== '' && high !== '') {
    return `${low} … ${high}`;
  }
  return [low && `≥ ${low}`, high && `≤ ${high}`].filter(Boolean).join('');
}

function join(values: readonly unknown[], separator: string): string {
  return values.slice(0, PART_LENGTH).join(separator);
}

function shorten(text: string): string {
  return text.length > PART_LENGTH
    ? `${text.slice(0, PART_LENGTH - 1)}…`
    : text;
}
