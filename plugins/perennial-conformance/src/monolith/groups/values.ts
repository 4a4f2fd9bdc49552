import type { ResolvedField } from '@perennial/plugin-perennial-common';
import { expectStatus, expectThat } from '../../runner/expect';
import { SkipCheck } from '../../runner/types';
import { invalidSamples } from '../../values/invalidSamples';
import { sameOnWire } from '../../values/sameOnWire';
import { validSamples } from '../../values/validSamples';
import type { Sample } from '../../values/types';
import { RawJson, wireText } from '../../http/wire';
import { entityChecks } from '../MonolithSuite';
import type { MonolithGroup } from '../MonolithSuite';
import { documentIn } from '../Documents';
import { expectError } from '../expecting';

const group = 'values';
/** Whatever MongoDB takes for an operator or a path, however deep. */
const OPERATOR_KEY = /"(?:\$[^"]*|[^"\\]*\.[^"\\]*)":/;

/** What each field takes and refuses. */
export const values: MonolithGroup = {
  id: group,
  title: 'Values come back as they were sent, or are refused',
  checks: suite =>
    entityChecks(suite, group, (entity, check) =>
      entity.fields.flatMap(field => [
        check(`${field.name} comes back as it was sent`, async context => {
          const { documents, user } = context;
          const { path } = await documents.make(entity);
          const samples = validSamples(field, suite.seed).filter(sample =>
            isTaken(field, sample),
          );
          if (samples.length === 0) {
            throw new SkipCheck('no value of this field is known');
          }
          for (const { label, value, lenient } of samples) {
            const answer = await user.put(path, { [field.name]: value });
            if (answer.status === 409 && field.unique) {
              continue;
            }
            if (lenient && answer.status === 400) {
              continue;
            }
            expectStatus(answer, 200);
            for (const object of [
              documentIn(entity, answer),
              documentIn(entity, await user.get(path)),
            ]) {
              expectThat(
                sameOnWire(field, value, object[field.name]),
                `${label}: "${field.name}" is not what was sent`,
                {
                  expected: wireText(value),
                  received: object[field.name] ?? null,
                  exchange: answer,
                },
              );
            }
          }
        }),
        check(`${field.name} refuses what it cannot hold`, async context => {
          const { documents, user } = context;
          const { path } = await documents.make(entity);
          for (const { value } of invalidSamples(field)) {
            expectError(await user.put(path, { [field.name]: value }), 400);
          }
        }),
      ]),
    ),
};

/** A decimal is a text here, or a whole number; MongoDB's operators and paths are no keys. */
function isTaken(field: ResolvedField, { value }: Sample): boolean {
  const text = wireText(value);
  if (field.type === 'decimal' || field.type === 'bigInteger') {
    const number = value instanceof RawJson ? JSON.parse(text) : value;
    return typeof number === 'string' || Number.isInteger(number);
  }
  return !OPERATOR_KEY.test(text);
}
