import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { expectStored } from '../fixtures/comparing';
import type { EntityContext } from '../fixtures/Suite';
import { expectStatus } from '../runner/expect';
import { expectInvalid, pointerTo } from '../runner/problems';
import type { Check } from '../runner/types';

/** A patch of an object field holds its required members; the others merge. */
export function objectChecks(
  field: ResolvedField,
  check: (
    name: string,
    run: (context: EntityContext) => Promise<void>,
  ) => Check,
): Check[] {
  const members = field.fields ?? [];
  const required = members.filter(member => member.required);
  const optional = members.filter(member => !member.required);
  const full = (index: number) =>
    Object.fromEntries(
      members.map(member => [
        member.name,
        member.examples[index % member.examples.length],
      ]),
    );
  const only = (source: Record<string, unknown>, kept: ResolvedField[]) =>
    Object.fromEntries(kept.map(member => [member.name, source[member.name]]));
  const checks: Check[] = [];
  for (const member of optional) {
    checks.push(
      check(
        `merges "${field.name}.${member.name}" into the object`,
        async context => {
          const { entity, rows, client } = context;
          const row = await rows.make(entity, { [field.name]: full(0) });
          const kept = only(full(1), required);
          const whole = await client.patch(row.path, { [field.name]: kept });
          expectStored(entity, expectStatus(whole, 200), {
            [field.name]: { ...full(0), ...kept },
          });
          const change = only(full(1), [...required, member]);
          const patched = await client.patch(row.path, {
            [field.name]: change,
          });
          expectStored(entity, expectStatus(patched, 200), {
            [field.name]: { ...full(0), ...change },
          });
        },
      ),
      check(`null removes "${field.name}.${member.name}"`, async context => {
        const { entity, rows, client } = context;
        const row = await rows.make(entity, { [field.name]: full(0) });
        const change = { ...only(full(0), required), [member.name]: null };
        const patched = expectStatus(
          await client.patch(row.path, { [field.name]: change }),
          200,
        );
        expectStored(entity, patched, {
          [field.name]: { ...full(0), ...change },
        });
      }),
    );
  }
  for (const member of required.filter(one => !one.hasDefault)) {
    checks.push(
      check(
        `"${field.name}" without "${member.name}" answers 422`,
        async context => {
          const { entity, rows, client } = context;
          const row = await rows.make(entity, { [field.name]: full(0) });
          const change = only(
            full(1),
            members.filter(one => one !== member),
          );
          expectInvalid(
            await client.patch(row.path, { [field.name]: change }),
            pointerTo(field.name, member.name),
          );
        },
      ),
    );
  }
  return checks;
}

/** RFC 7396 on a field of any JSON. */
export function mergesJson(field: ResolvedField) {
  return async ({ entity, rows, client }: EntityContext): Promise<void> => {
    const row = await rows.make(entity, {
      [field.name]: {
        kept: 1,
        changed: { a: 1, b: 2 },
        removed: [1],
        list: [1, 2],
      },
    });
    const patched = expectStatus(
      await client.patch(row.path, {
        [field.name]: { changed: { b: 3 }, removed: null, list: [3] },
      }),
      200,
    );
    expectStored(entity, patched, {
      [field.name]: { kept: 1, changed: { a: 1, b: 3 }, list: [3] },
    });
  };
}
