import { z } from 'zod';

const DEFAULT_TIMEOUT_SECONDS = 900;
const MAXIMUM_TIMEOUT_SECONDS = 24 * 60 * 60;

const optionValue = z.union([z.string(), z.number(), z.boolean()]);
const oneOrSeveral = z
  .union([optionValue, z.array(optionValue).min(1)])
  .transform(value => [value].flat());
const path = z.string().min(1);

/** A path that stays in the rendered folder. */
const innerPath = path.refine(
  text =>
    !/^(?:[/\\]|[a-z]:)/i.test(text) &&
    !text.split(/[/\\]/).some(part => part === '..' || part === '.'),
  { error: "must be a path in the rendered folder, such as 'node_modules'" },
);

/** Patterns of files, of which one with `!` takes files away again. */
const reads = z
  .array(z.string().regex(/^!?[^!]/, { error: 'must be a pattern of files' }))
  .min(1)
  .refine(([first = '']) => !first.startsWith('!'), {
    error: "must begin with what is read, such as '**', before it takes away",
  });

const check = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,39}$/i, {
      error:
        'must be letters, digits, dots, hyphens and underscores, at most 40, such as lint',
    }),
    run: z.array(z.string()).min(1, {
      error: 'needs a command: a list such as [npm, run, lint]',
    }),
    when: z.record(z.string(), oneOrSeveral).optional(),
    timeout: z
      .number()
      .positive()
      .max(MAXIMUM_TIMEOUT_SECONDS)
      .default(DEFAULT_TIMEOUT_SECONDS),
    env: z.record(z.string(), z.string().nullable()).default({}),
    reads: reads.optional(),
    cache: z
      .strictObject({
        key: z.array(innerPath).min(1),
        folders: z.array(innerPath).min(1),
      })
      .optional(),
  })
  .refine(({ reads: patterns, cache }) => !patterns || !cache, {
    error:
      "has both 'reads' and 'cache': what decides a cached check is its key",
    path: ['reads'],
  });

/** template.test.yaml. */
export const TEST_CONFIG_SCHEMA = z.strictObject({
  models: z.array(path).default([]),
  options: z.record(z.string(), oneOrSeveral).default({}),
  exclude: z.array(z.record(z.string(), oneOrSeveral)).default([]),
  answers: z.record(z.string(), z.json()).default({}),
  checks: z
    .array(check)
    .min(1)
    .refine(
      checks => new Set(checks.map(({ name }) => name)).size === checks.length,
      { error: 'names two checks alike' },
    )
    .optional(),
});

/** What template.test.yaml says, with its defaults. */
export type TestConfig = z.infer<typeof TEST_CONFIG_SCHEMA>;
export type CheckConfig = z.infer<typeof check>;
export { DEFAULT_TIMEOUT_SECONDS };
