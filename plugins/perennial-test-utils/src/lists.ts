import fc from 'fast-check';

/**
 * Lists of which each member can go when a failing one is shrunk. An array of
 * fast-check's own only gets shorter at its beginning.
 */
export function listOf<Value>(
  member: fc.Arbitrary<Value>,
  { minLength = 0, maxLength }: { minLength?: number; maxLength: number },
): fc.Arbitrary<Value[]> {
  return fc
    .array(fc.option(member, { nil: undefined, freq: 20 }), {
      minLength,
      maxLength,
    })
    .map(members => members.filter(one => one !== undefined))
    .filter(members => members.length >= minLength);
}
