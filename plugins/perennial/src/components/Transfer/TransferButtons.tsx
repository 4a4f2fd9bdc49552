import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { Draft } from '../ModelDesigner/useDraft';

const ImportDialog = lazy(() =>
  import('./ImportDialog').then(module => ({ default: module.ImportDialog })),
);
const ExportDialog = lazy(() =>
  import('./ExportDialog').then(module => ({ default: module.ExportDialog })),
);

export interface TransferButtonsProps {
  draft: Draft;
  /** Nothing may take the model's place. */
  isDisabled: boolean;
  onImport: (model: { name: string; text: string }) => void;
}

/** Import and export, each loaded when it is asked for. */
export function TransferButtons(props: TransferButtonsProps) {
  const { draft, isDisabled, onImport } = props;
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
            database={draft.database}
            onClose={close}
            onImport={onImport}
          />
        )}
        {open === 'export' && <DraftExport draft={draft} onClose={close} />}
      </Suspense>
    </>
  );
}

/** Writes the text of a draft, which an edit elsewhere leaves for when it is wanted. */
function DraftExport(props: { draft: Draft; onClose: () => void }) {
  const { draft, onClose } = props;
  return (
    <ExportDialog
      isOpen
      text={draft.content.text}
      model={draft.validModel}
      problemCount={draft.problemCount}
      database={draft.database}
      onClose={onClose}
    />
  );
}
