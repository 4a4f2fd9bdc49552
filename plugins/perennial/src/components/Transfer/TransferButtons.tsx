import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Database,
  ModelDocument,
} from '@perennial/plugin-perennial-common';
import { lazy, Suspense, useState } from 'react';
import { perennialTranslationRef } from '../../translation';

const ImportDialog = lazy(() =>
  import('./ImportDialog').then(module => ({ default: module.ImportDialog })),
);
const ExportDialog = lazy(() =>
  import('./ExportDialog').then(module => ({ default: module.ExportDialog })),
);

export interface TransferButtonsProps {
  text: string;
  model: ModelDocument | undefined;
  problemCount: number;
  database?: Database;
  isDisabled: boolean;
  onImport: (model: { name: string; text: string }) => void;
}

/** Import and export, each loaded when it is asked for. */
export function TransferButtons(props: TransferButtonsProps) {
  const { text, isDisabled, database, onImport } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const [open, setOpen] = useState<'import' | 'export'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        isDisabled={isDisabled}
        onPress={() => setOpen('import')}
      >
        {t('transfer.import.button')}
      </Button>
      <Button
        variant="secondary"
        size="small"
        onPress={() => setOpen('export')}
      >
        {t('transfer.export.button')}
      </Button>
      <Suspense fallback={null}>
        {open === 'import' && (
          <ImportDialog
            isOpen
            database={database}
            onClose={close}
            onImport={onImport}
          />
        )}
        {open === 'export' && (
          <ExportDialog
            isOpen
            text={text}
            model={props.model}
            problemCount={props.problemCount}
            database={database}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
