import { InputError } from '@backstage/errors';
import {
  MAX_MODEL_BYTES,
  validateModel,
  type Database,
} from '@perennial/plugin-perennial-common';
import {
  importModel,
  IMPORT_FORMATS,
} from '@perennial/plugin-perennial-interchange';
import { DraftContent } from '../../draft/DraftContent';
import { entitiesOf, listAt } from '../../draft/readDraft';
import { reconcileText } from '../../draft/reconcileText';
import type { DraftModel } from '../../draft/types';
import type { ImportOutcome, ImportSource, SourceFormat } from './types';

function countsOf(model: DraftModel): ImportOutcome['counts'] {
  const entities = entitiesOf(model);
  const sum = (list: string) =>
    entities.reduce((count, entity) => count + listAt(entity, list).length, 0);
  return {
    entities: entities.length,
    fields: sum('fields'),
    relations: sum('relations'),
  };
}

/** A model of ours stays the text that it is, with its comments and problems. */
function readModel(
  { text, fileName }: ImportSource,
  name: string,
  database: Database | undefined,
): ImportOutcome {
  if (text.length > MAX_MODEL_BYTES)
    throw new InputError(
      `The model is larger than ${
        MAX_MODEL_BYTES / 1024 / 1024
      } MiB. Split it over several services.`,
    );
  const content = DraftContent.fromText(text);
  const problems = content.isReadable
    ? validateModel(content.model, { database })
    : content.textProblems;
  return {
    name: fileName ?? name,
    text,
    counts: countsOf(content.model),
    notes: [],
    problemCount: problems.length,
  };
}

/** What a format is called; a model of ours as the page calls it. */
export function titleOf(format: SourceFormat, modelTitle: string): string {
  return (
    IMPORT_FORMATS.find(info => info.format === format)?.title ?? modelTitle
  );
}

/**
 * Reads a source as a model.
 *
 * @throws InputError that says what is wrong with the source, and where
 */
export async function readSource(options: {
  source: ImportSource;
  format: SourceFormat;
  modelTitle: string;
  database?: Database;
}): Promise<ImportOutcome> {
  const { source, format, modelTitle, database } = options;
  const name = source.fileName ?? titleOf(format, modelTitle);
  if (format === 'model') return readModel(source, name, database);
  const { model, notes } = await importModel({ ...source, format, database });
  return {
    name,
    text: reconcileText('', model as unknown as DraftModel),
    counts: countsOf(model as unknown as DraftModel),
    notes,
    problemCount: 0,
  };
}
