import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { Database } from '@perennial/plugin-perennial-common';
import { perennialTranslationRef } from '../../translation';
import { ImportOutcomeView } from './ImportOutcomeView';
import { ImportSourceView } from './ImportSourceView';
import { titleOf } from './readSource';
import styles from './Transfer.module.css';
import type { ImportOutcome } from './types';
import { useImport } from './useImport';

export interface ImportDialogProps {
  isOpen: boolean;
  onClose: () => void;
  database?: Database;
  /** Takes the model; the dialog is closed afterwards. */
  onImport: (model: Pick<ImportOutcome, 'name' | 'text'>) => void;
}

/** Reads a model from a file or a text, and shows what becomes of it before it is taken. */
export function ImportDialog(props: ImportDialogProps) {
  const { isOpen, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      // A click beside it would lose what was pasted.
      isDismissable={false}
      onOpenChange={open => !open && onClose()}
      width="46rem"
    >
      <ImportSteps {...props} />
    </Dialog>
  );
}

/** Lives as long as the dialog is open. */
function ImportSteps({ onClose, database, onImport }: ImportDialogProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const state = useImport(database);
  const { phase } = state;
  const take = (outcome: ImportOutcome) => {
    onImport({ name: outcome.name, text: outcome.text });
    onClose();
  };
  return (
    <>
      <DialogHeader>{t('transfer.import.title')}</DialogHeader>
      <DialogBody>
        {phase.at === 'outcome' ? (
          <ImportOutcomeView outcome={phase.outcome} />
        ) : (
          <ImportSourceView state={state} />
        )}
      </DialogBody>
      <DialogFooter>
        <span role="status" className={styles.status}>
          {phase.at === 'reading' &&
            t('transfer.import.reading', {
              format: titleOf(phase.format, t('transfer.import.format.model')),
            })}
        </span>
        {phase.at === 'outcome' ? (
          <>
            <Button variant="secondary" onPress={state.back}>
              {t('transfer.import.back')}
            </Button>
            <Button variant="primary" onPress={() => take(phase.outcome)}>
              {t('transfer.import.use')}
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="secondary"
              onPress={phase.at === 'source' ? onClose : state.back}
            >
              {t('transfer.import.cancel')}
            </Button>
            <Button
              variant="primary"
              isPending={phase.at === 'reading'}
              onPress={() => state.read()}
            >
              {t('transfer.import.read')}
            </Button>
          </>
        )}
      </DialogFooter>
    </>
  );
}
