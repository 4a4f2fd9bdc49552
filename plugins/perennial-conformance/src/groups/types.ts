import type {
  ResolvedEntity,
  ResolvedField,
} from '@perennial/plugin-perennial-common';
import { expectEqualObjects, expectStored } from '../fixtures/comparing';
import { readAll } from '../fixtures/pages';
import { Rows } from '../fixtures/Rows';
import type { Row } from '../fixtures/Rows';
import { entityCheck } from '../fixtures/Suite';
import type { CheckGroup, Suite } from '../fixtures/Suite';
import { expectSame, expectStatus, expectThat } from '../runner/expect';
import { expectInvalid, expectProblem, pointerTo } from '../runner/problems';
import { SkipCheck } from '../runner/types';
import type { Check } from '../runner/types';
import { invalidSamples } from '../values/invalidSamples';
import type { Sample } from '../values/types';
import { validSamples } from '../values/validSamples';

const group = 'types';
const RANDOM_OBJECTS = 6;

/** Every type: what is stored comes back as sent, what is wrong is refused. */
export const types: CheckGroup = {
  id: group,
  title: 'Types on the wire',
  checks: suite =>
    suite.model.entities.flatMap(entity => entityChecks(suite, entity)),
};

/** The row that all valid values of an entity are written to, one by one. */
interface Specimen {
  rows: Rows;
  row(): Promise<Row>;
}

function entityChecks(suite: Suite, entity: ResolvedEntity): Check[] {
  const rows = Rows.create({ suite, client: suite.client });
  let made: Promise<Row> | undefined;
  const specimen: Specimen = {
    rows,
    row: () => {
      made ??= rows.make(entity);
      return made;
    },
  };
  const about = { group, entity: entity.name };
  return [
    ...entity.fields.flatMap((field, index) => [
      ...validSamples(field, suite.seed + index).map(sample => ({
        ...about,
        name: `"${field.name}" (${field.type}) takes ${sample.label}`,
        run: async () => takes({ suite, entity, field, sample, specimen }),
      })),
      ...invalidSamples(field).map((sample, count) => ({
        ...about,
        name: `"${field.name}" (${field.type}) refuses ${sample.label}`,
        run: async () =>
          refuses({ suite, entity, field, sample, specimen }, count),
      })),
      ...(field.required || field.hasDefault
        ? []
        : [
            {
              ...about,
              name: `"${field.name}" takes null as absence`,
              run: async () =>
                takes({
                  suite,
                  entity,
                  field,
                  sample: { label: 'null', value: null },
                  specimen,
                }),
            },
          ]),
      ...(field.required && !field.hasDefault
        ? [
            {
              ...about,
              name: `"${field.name}" is required and refuses null`,
              run: async () =>
                refuses(
                  {
                    suite,
                    entity,
                    field,
                    sample: { label: 'null', value: null },
                    specimen,
                  },
                  0,
                ),
            },
          ]
        : []),
    ]),
    {
      ...about,
      name: 'the row of these checks can be deleted',
      run: async () => {
        await made?.catch(() => undefined);
        await rows.cleanUp();
      },
    },
    randomObjects(suite, entity),
  ];
}

interface Trial {
  suite: Suite;
  entity: ResolvedEntity;
  field: ResolvedField;
  sample: Sample;
  specimen: Specimen;
}

async function takes(trial: Trial): Promise<void> {
  const { suite, entity, field, sample, specimen } = trial;
  const row = await specimen.row();
  const body = { ...row.sent, [field.name]: sample.value };
  const answer = await suite.client.put(row.path, body);
  if (sample.lenient && answer.status === 422) {
    expectProblem(answer, 422);
    return;
  }
  if (field.unique && answer.status === 409) {
    throw new SkipCheck('another row holds this value of a unique field');
  }
  expectStored(entity, expectStatus(answer, 200), {
    [field.name]: sample.value,
  });
  const read = expectStatus(await suite.client.get(row.path), 200);
  expectStored(entity, read, { [field.name]: sample.value });
  expectThat(
    sample.verbatim === undefined || read.text.includes(sample.verbatim),
    `"${field.name}" is not what was sent`,
    { expected: sample.verbatim, received: read.text, exchange: answer },
  );
}

async function refuses(trial: Trial, count: number): Promise<void> {
  const { suite, entity, field, sample, specimen } = trial;
  const { client } = suite;
  const row = await specimen.row();
  const body = { ...row.sent, [field.name]: sample.value };
  // Each write operation validates by itself: they take turns.
  const operations = [
    () => client.post(entity.path, body),
    () => client.patch(row.path, { [field.name]: sample.value }),
    () => client.put(row.path, body),
  ];
  const answer = await operations[count % operations.length]();
  if (answer.status === 201) {
    specimen.rows.adopt(entity, answer);
  }
  if (sample.unpointed) {
    expectProblem(answer, 422);
    return;
  }
  expectInvalid(answer, pointerTo(field.name) + (sample.at ?? ''));
}

function randomObjects(suite: Suite, entity: ResolvedEntity): Check {
  return entityCheck({
    suite,
    group,
    entity,
    name: `${RANDOM_OBJECTS} random objects are created, read and listed as sent`,
    run: async ({ rows, client, values }) => {
      for (let made = 0; made < RANDOM_OBJECTS; made += 1) {
        const body = Object.fromEntries(
          entity.fields.map(field => [
            field.name,
            field.unique ? values.fresh(field) : values.random(field),
          ]),
        );
        const row = await rows.make(entity, body);
        expectEqualObjects(entity, row.object, body);
        const read = expectStatus(await client.get(row.path), 200);
        expectSame('GET', read.body, row.object, read);
        const listed = (await readAll(client, entity)).find(
          item => item.id === row.id,
        );
        expectThat(listed, 'the row is not listed', { expected: row.id });
        expectSame('the listed object', listed, row.object);
      }
    },
  });
}
