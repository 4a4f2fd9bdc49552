import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Select, Text, TextAreaField } from '@backstage/ui';
import { IMPORT_FORMATS } from '@perennial/plugin-perennial-interchange';
import { useRef, useState, type DragEvent } from 'react';
import { perennialTranslationRef } from '../../translation';
import { titleOf } from './readSource';
import styles from './Transfer.module.css';
import type { SourceFormat } from './types';
import { LONGEST_SHOWN, type Import } from './useImport';

const ROWS = 12;

const FILE_TYPES = [
  ...new Set(IMPORT_FORMATS.flatMap(({ extensions }) => extensions)),
  '.txt',
].join(',');

/** Where a source is chosen, dropped, typed or pasted, and its format is said. */
export function ImportSourceView(props: { state: Import }) {
  const { state } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const [isOver, setIsOver] = useState(false);
  const takeDrop = (event: DragEvent) => {
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    state.openFile(file);
  };
  return (
    <div
      className={styles.source}
      data-over={isOver || undefined}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={takeDrop}
    >
      <Text as="p" variant="body-medium" color="secondary">
        {t('transfer.import.intro')}
      </Text>
      <FileChooser state={state} />
      {state.isHeld ? <HeldText state={state} /> : <TextArea state={state} />}
      <FormatSelect state={state} />
      {state.error !== undefined && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('transfer.import.errors.title')}
          description={state.error}
        />
      )}
    </div>
  );
}

function FileChooser({ state }: { state: Import }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const input = useRef<HTMLInputElement>(null);
  const { fileName, text } = state.source;
  const isSource = fileName !== undefined || state.isHeld;
  const size = `${Math.max(1, Math.round(text.length / 1024))} KiB`;
  return (
    <div className={styles.bar}>
      <input
        ref={input}
        type="file"
        hidden
        accept={FILE_TYPES}
        aria-label={t('transfer.import.file.label')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // So that the same file can be chosen again.
          target.value = '';
          if (file) state.openFile(file);
        }}
      />
      <Button
        variant="secondary"
        size="small"
        onPress={() => input.current?.click()}
      >
        {t('transfer.import.file.button')}
      </Button>
      {isSource ? (
        <>
          <Text variant="body-medium">
            {fileName === undefined
              ? t('transfer.import.file.pasted', { size })
              : t('transfer.import.file.chosen', { name: fileName, size })}
          </Text>
          <Button variant="tertiary" size="small" onPress={state.clear}>
            {t('transfer.import.file.remove')}
          </Button>
        </>
      ) : (
        <Text variant="body-medium" color="secondary">
          {t('transfer.import.file.hint')}
        </Text>
      )}
      <span role="status" className={styles.status}>
        {state.phase.at === 'opening' &&
          t('transfer.import.file.loading', { name: state.phase.fileName })}
      </span>
    </div>
  );
}

function TextArea({ state }: { state: Import }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <TextAreaField
      label={t('transfer.import.text.label')}
      rows={ROWS}
      className={styles.text}
      value={state.source.text}
      onChange={state.setText}
      spellCheck="false"
      onPaste={event => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (text.length <= LONGEST_SHOWN) return;
        // A text of this size never enters the page, so it cannot freeze it.
        event.preventDefault();
        state.setText(text);
      }}
    />
  );
}

function HeldText({ state }: { state: Import }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  return (
    <Text as="p" variant="body-medium" color="secondary">
      {t('transfer.import.text.held')}
      <span className={styles.beginning}>
        {state.source.text.slice(0, 500)}…
      </span>
    </Text>
  );
}

const DETECT = 'detect';

function FormatSelect({ state }: { state: Import }) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const modelTitle = t('transfer.import.format.model');
  const detect =
    state.detected === undefined
      ? t('transfer.import.format.detect')
      : t('transfer.import.format.detected', {
          format: titleOf(state.detected, modelTitle),
        });
  return (
    <Select
      label={t('transfer.import.format.label')}
      className={styles.format}
      value={state.choice ?? DETECT}
      onChange={value =>
        state.setChoice(value === DETECT ? undefined : (value as SourceFormat))
      }
      options={[
        { value: DETECT, label: detect },
        ...IMPORT_FORMATS.map(({ format, title }) => ({
          value: format,
          label: title,
        })),
        { value: 'model', label: modelTitle },
      ]}
    />
  );
}
