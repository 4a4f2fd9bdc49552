import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Text,
} from '@backstage/ui';
import type {
  Database,
  ModelDocument,
} from '@perennial/plugin-perennial-common';
import {
  EXPORT_FORMATS,
  exportModel,
  type ExportFormat,
  type ExportFormatInfo,
} from '@perennial/plugin-perennial-interchange';
import { useMemo, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import { saveFile } from './saveFile';
import styles from './Transfer.module.css';

export interface ExportDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** The YAML as it is being written, comments and problems included. */
  text: string;
  /** The model of it; undefined while it has problems. */
  model: ModelDocument | undefined;
  problemCount: number;
  database?: Database;
}

/** Shows a model in another language, to copy or to download. */
export function ExportDialog(props: ExportDialogProps) {
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={open => !open && props.onClose()}
      width="46rem"
    >
      <ExportContent {...props} />
    </Dialog>
  );
}

/** What of a long text is shown. */
const LONGEST_SHOWN = 100_000;

type Written = { text: string } | { problem: string };

function infoOf(format: ExportFormat): ExportFormatInfo {
  return (
    EXPORT_FORMATS.find(info => info.format === format) ?? EXPORT_FORMATS[0]
  );
}

/** Lives as long as the dialog is open. */
function ExportContent(props: ExportDialogProps) {
  const { text, model, problemCount, database } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const [format, setFormat] = useState<ExportFormat>('yaml');
  const [message, setMessage] = useState('');
  const info = infoOf(format);
  const written = useMemo((): Written => {
    if (text.trim() === '') return { problem: t('transfer.export.none') };
    if (format === 'yaml') return { text };
    if (model === undefined)
      return {
        problem: t('transfer.export.notValid', {
          format: infoOf(format).title,
          count: problemCount,
        }),
      };
    return { text: exportModel(model, { format, database }) };
  }, [t, format, text, model, problemCount, database]);
  const copy = async (copied: string) => {
    try {
      await navigator.clipboard.writeText(copied);
      setMessage(t('transfer.export.copied'));
    } catch {
      setMessage(t('transfer.export.notCopied'));
    }
  };
  return (
    <>
      <DialogHeader>{t('transfer.export.title')}</DialogHeader>
      <DialogBody className={styles.source}>
        <RadioGroup
          label={t('transfer.export.format')}
          orientation="horizontal"
          value={format}
          onChange={value => {
            setMessage('');
            setFormat(value as ExportFormat);
          }}
        >
          {EXPORT_FORMATS.map(one => (
            <Radio key={one.format} value={one.format}>
              {one.title}
            </Radio>
          ))}
        </RadioGroup>
        {'problem' in written ? (
          <Alert role="status" status="warning" icon title={written.problem} />
        ) : (
          <Preview text={written.text} fileName={info.fileName} />
        )}
      </DialogBody>
      <DialogFooter>
        <span role="status" className={styles.status}>
          {message}
        </span>
        <Button
          variant="secondary"
          isDisabled={'problem' in written}
          onPress={() => 'text' in written && copy(written.text)}
        >
          {t('transfer.export.copy')}
        </Button>
        <Button
          variant="primary"
          isDisabled={'problem' in written}
          onPress={() => 'text' in written && saveFile(info, written.text)}
        >
          {t('transfer.export.download', { fileName: info.fileName })}
        </Button>
      </DialogFooter>
    </>
  );
}

function Preview({ text, fileName }: { text: string; fileName: string }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const label = t('transfer.export.preview', { fileName });
  return (
    <>
      {/* Without a place in the tab order, nobody could scroll it by keyboard. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-tabindex */}
      <pre
        role="region"
        aria-label={label}
        tabIndex={0}
        className={styles.preview}
      >
        {text.slice(0, LONGEST_SHOWN)}
      </pre>
      {/* eslint-enable jsx-a11y/no-noninteractive-tabindex */}
      {text.length > LONGEST_SHOWN && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('transfer.export.cut')}
        </Text>
      )}
    </>
  );
}
