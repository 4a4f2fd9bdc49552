import { InputError, isError } from '@backstage/errors';
import { unreadable } from './errors';
import { titleOf } from './formats';
import type { ImportFormat, ImportOptions, ImportResult } from './types';

/** Size of a text that is read. Schemas of hundreds of tables have a tenth of it. @public */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

/** Reads a text of one format. */
export type Importer = (
  source: Omit<ImportOptions, 'format'>,
) => Promise<ImportResult>;

/** Parsers are large, and few people need more than one of them: each comes when it is asked for. */
const IMPORTERS: Record<ImportFormat, () => Promise<Importer>> = {
  sql: () => import('./sql').then(module => module.importSql),
  prisma: () => import('./prisma').then(module => module.importPrisma),
  jdl: () => import('./jdl').then(module => module.importJdl),
  openapi: () => import('./openapi').then(module => module.importOpenApi),
  jsonSchema: () =>
    import('./jsonSchema').then(module => module.importJsonSchema),
  csv: () => import('./csv').then(module => module.importCsv),
};

function checkText(text: string, title: string): void {
  const megabytes = MAX_IMPORT_BYTES / 1024 / 1024;
  if (
    text.length > MAX_IMPORT_BYTES ||
    new TextEncoder().encode(text).byteLength > MAX_IMPORT_BYTES
  ) {
    throw new InputError(
      `The ${title} is larger than ${megabytes} MiB. Leave out what is not schema, such as the rows of a dump, or import it in parts.`,
    );
  }
  if (text.trim() === '') {
    throw new InputError(
      `The ${title} is empty. Paste it, or choose another file.`,
    );
  }
  if (text.includes('\0')) {
    throw new InputError(
      `The ${title} is not text: it holds NUL characters. Choose another file, or save this one as UTF-8 text.`,
    );
  }
}

/**
 * Reads a model from another schema language. What the model cannot say is in
 * the notes; the model is valid whatever the source holds.
 *
 * @throws InputError where the source cannot be read or holds no entities
 *
 * @public
 */
export async function importModel(
  options: ImportOptions,
): Promise<ImportResult> {
  const { format, ...source } = options;
  const title = titleOf(format);
  checkText(source.text, title);
  const load = Object.hasOwn(IMPORTERS, format) ? IMPORTERS[format] : undefined;
  if (load === undefined) {
    throw new InputError(
      `There is no import of "${String(format).slice(
        0,
        40,
      )}". Use one of ${Object.keys(IMPORTERS).join(', ')}.`,
    );
  }
  const importer = await load();
  try {
    return await importer({
      ...source,
      text: source.text.replace(/^\uFEFF/, ''),
    });
  } catch (error) {
    if (isError(error) && error.name === 'InputError') throw error;
    if (error instanceof RangeError) {
      throw unreadable(
        title,
        'It is nested too deeply',
        {},
        'Write it flatter, or leave that part out.',
      );
    }
    throw unreadable(
      title,
      isError(error) ? error.message : String(error),
      {},
      'Simplify the part that it names, or leave it out.',
    );
  }
}
