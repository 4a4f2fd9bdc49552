import type { Scalar, Value } from './scalars';

const TEXTS = ['string', 'text', 'enum', 'email', 'uri', 'uuid'];

/** Alternatives that agree on a type are of that type. */
export function commonValue(alternatives: readonly Value[]): Scalar {
  const types = new Set(alternatives.map(({ type }) => type));
  const [type] = types;
  if (types.size === 1 && type === 'enum') {
    const values = alternatives.flatMap(value => value.values ?? []);
    return { value: { type, values: [...new Set(values)] }, losses: [] };
  }
  if (types.size === 1 && !['array', 'object', 'json'].includes(type))
    return {
      value: { type },
      losses: ['its alternatives differ in limits only, which are left out'],
    };
  if ([...types].every(one => TEXTS.includes(one)))
    return {
      value: { type: types.has('text') ? 'text' : 'string' },
      losses: ['it is one of several kinds of texts, so it becomes a string'],
    };
  return {
    value: { type: 'json' },
    losses: ['it is one of several kinds of values, so it becomes JSON'],
  };
}
