import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Database } from '@perennial/plugin-perennial-common';
import {
  detectFormat,
  MAX_IMPORT_BYTES,
} from '@perennial/plugin-perennial-interchange';
import { useMemo, useRef, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import { readFile } from './readFile';
import { readSource } from './readSource';
import type { ImportOutcome, ImportSource, SourceFormat } from './types';

/** A text of this length is edited; a longer one would only slow the page down. */
export const LONGEST_SHOWN = 100_000;

const NO_SOURCE: ImportSource = { text: '' };
const MEBIBYTE = 1024 * 1024;

type Phase =
  | { at: 'source' }
  | { at: 'opening'; fileName: string }
  | { at: 'reading'; format: SourceFormat }
  | { at: 'outcome'; outcome: ImportOutcome };

function isInputError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'InputError';
}

/** What is being imported, and how far that has come. */
export function useImport(database: Database | undefined) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const [source, setSource] = useState(NO_SOURCE);
  const [choice, setChoice] = useState<SourceFormat>();
  const [phase, setPhase] = useState<Phase>({ at: 'source' });
  const [error, setError] = useState<string>();
  // What a cancelled reading finds in the end belongs to nobody.
  const turn = useRef(0);
  const detected = useMemo(
    () => (source.text === '' ? undefined : detectFormat(source)),
    [source],
  );
  const format = choice ?? detected;

  const refuse = (message: string) => {
    setPhase({ at: 'source' });
    setError(message);
  };
  const refuseSize = (name: string) =>
    refuse(
      t('transfer.import.errors.tooLarge', {
        name,
        limit: `${MAX_IMPORT_BYTES / MEBIBYTE} MiB`,
      }),
    );

  return {
    source,
    isHeld: source.text.length > LONGEST_SHOWN,
    phase,
    error,
    choice,
    detected,
    format,
    setChoice,
    /** Takes a text; one that is too large is refused, and the last one stays. */
    setText(text: string) {
      if (text.length > MAX_IMPORT_BYTES) {
        refuseSize(t('transfer.import.errors.pasteName'));
        return;
      }
      setError(undefined);
      setSource({ text });
    },
    clear() {
      setError(undefined);
      setSource(NO_SOURCE);
    },
    async openFile(file: File) {
      const own = ++turn.current;
      setError(undefined);
      setPhase({ at: 'opening', fileName: file.name });
      const reading = await readFile(file, MAX_IMPORT_BYTES);
      if (own !== turn.current) return;
      setPhase({ at: 'source' });
      if ('text' in reading) {
        setSource({ text: reading.text, fileName: file.name });
        setChoice(undefined);
      } else if (reading.fault === 'tooLarge') refuseSize(`"${file.name}"`);
      else
        refuse(
          t(`transfer.import.errors.${reading.fault}`, { name: file.name }),
        );
    },
    async read() {
      if (source.text.trim() === '') {
        refuse(t('transfer.import.errors.empty'));
        return;
      }
      if (format === undefined) {
        refuse(t('transfer.import.errors.unknownFormat'));
        return;
      }
      const own = ++turn.current;
      setError(undefined);
      setPhase({ at: 'reading', format });
      try {
        const outcome = await readSource({
          ...{ source, format, database },
          modelTitle: t('transfer.import.format.model'),
        });
        if (own === turn.current) setPhase({ at: 'outcome', outcome });
      } catch (caught) {
        if (own !== turn.current) return;
        refuse(
          isInputError(caught)
            ? caught.message
            : t('transfer.import.errors.notLoaded'),
        );
      }
    },
    /** Goes back to the source, which is as it was. */
    back() {
      turn.current += 1;
      setPhase({ at: 'source' });
    },
  };
}

/** An import in progress. */
export type Import = ReturnType<typeof useImport>;
