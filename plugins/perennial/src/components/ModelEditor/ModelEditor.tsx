import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Box, Button, Text } from '@backstage/ui';
import { useId, useRef, useState, type CSSProperties } from 'react';
import { useLocation } from 'react-router-dom';
import { selectExamples } from '../../examples';
import { draftStore } from '../../model/draftStore';
import { perennialTranslationRef } from '../../translation';
import type { FormModel } from './chooseInitialText';
import type { CodeEditorHandle } from './codeEditorTypes';
import { EditorToolbar } from './EditorToolbar';
import { LazyCodeEditor } from './LazyCodeEditor';
import styles from './ModelEditor.module.css';
import { ModelSummaryView } from './ModelSummaryView';
import { ProblemList } from './ProblemList';
import { readUpload, type UploadRefusal } from './readUpload';
import { ReplaceDialog } from './ReplaceDialog';
import type { ModelEditorProps } from './schema';
import { StatusLine } from './StatusLine';
import { useModelText } from './useModelText';

const DEFAULT_ROWS = 20;
const NO_PROBLEMS: never[] = [];

/** A text that waits to take the editor's place. */
interface Replacement {
  name: string;
  text: string;
}

/**
 * The model of a service as a field of a template's form: YAML on the page, the
 * model as an object in the form.
 */
export function ModelEditor(props: ModelEditorProps) {
  const { formData, onChange, schema, uiSchema, idSchema, required } = props;
  const { database, examples, rows } = uiSchema['ui:options'] ?? {};
  const readOnly = Boolean(props.disabled || props.readonly);
  const { t } = useTranslationRef(perennialTranslationRef);
  const { pathname } = useLocation();
  const hintId = useId();
  const problemsId = useId();
  const editor = useRef<CodeEditorHandle>(null);

  const model = useModelText({
    formData: formData as FormModel | undefined,
    defaultModel: schema.default as FormModel | undefined,
    draftKey: draftStore.key({ pathname, fieldId: idSchema.$id }),
    database,
    onChange: value => onChange(value),
  });
  const { reading } = model;

  // Text as it was loaded can make way without a question; written text cannot.
  const [loadedText, setLoadedText] = useState('');
  const [replacement, setReplacement] = useState<Replacement>();
  const [refusal, setRefusal] = useState<{
    name: string;
    reason: UploadRefusal;
  }>();

  const load = (next: Replacement) => {
    const text = next.text.replace(/\r\n?/g, '\n');
    setLoadedText(text);
    setReplacement(undefined);
    model.setText(text);
    model.flush();
  };

  const offer = (next: Replacement) => {
    setRefusal(undefined);
    if (model.text.trim() === '' || model.text === loadedText) {
      load(next);
    } else {
      setReplacement(next);
    }
  };

  const onFile = async (file: File) => {
    const upload = await readUpload(file);
    if ('text' in upload) {
      offer({ name: file.name, text: upload.text });
    } else {
      setRefusal({ name: file.name, reason: upload.refusal });
    }
  };

  return (
    <Box bg="neutral" className={styles.root}>
      <div>
        <Text as="h3" variant="body-large" weight="bold">
          {schema.title ?? t('modelEditor.title')}
          {required && <span aria-hidden="true"> *</span>}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {uiSchema['ui:description'] ??
            schema.description ??
            t('modelEditor.description')}
        </Text>
      </div>

      {model.restored && (
        <Alert
          status="info"
          icon
          title={t('modelEditor.restored.title')}
          description={t('modelEditor.restored.body')}
          customActions={
            <Button
              size="small"
              variant="secondary"
              isDisabled={readOnly}
              onPress={() => load({ name: '', text: '' })}
            >
              {t('modelEditor.restored.discard')}
            </Button>
          }
        />
      )}
      {refusal && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t(`modelEditor.upload.${refusal.reason}`, {
            name: refusal.name,
            limit: '1 MiB',
          })}
        />
      )}

      <div className={styles.bar}>
        <EditorToolbar
          examples={selectExamples(examples)}
          isDisabled={readOnly}
          onExample={example =>
            offer({ name: example.title, text: example.text })
          }
          onFile={onFile}
        />
        <StatusLine reading={reading} />
      </div>

      <div
        className={styles.editor}
        data-invalid={reading.state === 'invalid' || undefined}
        style={
          { '--perennial-editor-rows': rows ?? DEFAULT_ROWS } as CSSProperties
        }
      >
        <LazyCodeEditor
          ref={editor}
          text={model.text}
          onChange={model.setText}
          onBlur={model.flush}
          problems={
            reading.state === 'invalid' ? reading.problems : NO_PROBLEMS
          }
          problemsText={reading.text}
          readOnly={readOnly}
          placeholder={t('modelEditor.placeholder')}
          label={t('modelEditor.editorLabel')}
          describedBy={`${hintId} ${problemsId}`}
        />
      </div>
      <Text as="p" id={hintId} variant="body-small" color="secondary">
        {t('modelEditor.keyboardHint')}
      </Text>

      {reading.state === 'invalid' && (
        <ProblemList
          id={problemsId}
          problems={reading.problems}
          onSelect={problem => editor.current?.reveal(problem)}
        />
      )}
      {reading.state === 'valid' && (
        <ModelSummaryView summary={reading.summary} />
      )}

      <ReplaceDialog
        name={replacement?.name}
        onConfirm={() => replacement && load(replacement)}
        onCancel={() => setReplacement(undefined)}
      />
    </Box>
  );
}
