import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { perennialTranslationRef } from '../../translation';

/** Asks before text that someone wrote makes way for something else. */
export function ReplaceDialog(props: {
  /** What would take its place; the dialog is open while there is something. */
  name: string | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { name, onConfirm, onCancel } = props;
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <Dialog
      isOpen={name !== undefined}
      onOpenChange={isOpen => !isOpen && onCancel()}
      width={440}
    >
      <DialogHeader>{t('modelEditor.replace.title')}</DialogHeader>
      <DialogBody>
        <Text>{t('modelEditor.replace.body', { name: name ?? '' })}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" destructive onPress={onConfirm}>
          {t('modelEditor.replace.confirm')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('modelEditor.replace.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
