import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MAX_MODEL_BYTES } from '@perennial/plugin-perennial-common';
import { Alert, Text } from '@backstage/ui';
import { useEffect, useId, useMemo, useState, type CSSProperties } from 'react';
import { locate } from '../../draft/locate';
import { perennialTranslationRef } from '../../translation';
import { LazyCodeEditor, type TextReveal } from '../CodeEditor';
import {
  useDesignerActions,
  useDesignerState,
} from '../ModelDesigner/designerContext';
import type { Draft } from '../ModelDesigner/useDraft';
import { placeProblems } from './placeProblems';
import styles from './TextView.module.css';

const TYPING = 'typing';

/** The model as YAML. */
export function TextView(props: {
  draft: Draft;
  readOnly: boolean;
  /** Height in lines. */
  rows: number;
}) {
  const { draft, readOnly, rows } = props;
  const { content, checked, problems, setText } = draft;
  const { t } = useTranslationRef(perennialTranslationRef);
  const hintId = useId();
  const [isTooLong, setIsTooLong] = useState(false);
  const marks = useMemo(
    () => placeProblems(checked, problems.all),
    [checked, problems],
  );
  const reveal = useTextReveal(draft);

  return (
    <div className={styles.root}>
      {isTooLong && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('text.tooLong.title')}
          description={t('text.tooLong.body')}
        />
      )}
      <div
        className={styles.editor}
        data-invalid={marks.length > 0 || undefined}
        style={{ '--perennial-editor-rows': rows } as CSSProperties}
      >
        <LazyCodeEditor
          text={content.text}
          onChange={text => {
            setIsTooLong(false);
            setText({ text, label: t('text.typed'), group: TYPING });
          }}
          onTooLong={() => setIsTooLong(true)}
          maxLength={MAX_MODEL_BYTES}
          marks={marks}
          markedText={checked.text}
          reveal={reveal}
          readOnly={readOnly}
          placeholder={t('text.placeholder')}
          label={t('text.label')}
          describedBy={hintId}
        />
      </div>
      <Text as="p" id={hintId} variant="body-small" color="secondary">
        {t('text.keyboardHint')}
      </Text>
    </div>
  );
}

/** The place that the designer asks for, in the text. */
function useTextReveal({ content }: Draft): TextReveal | undefined {
  const { reveal: request } = useDesignerState();
  const { revealed } = useDesignerActions();
  const [reveal, setReveal] = useState<TextReveal>();

  useEffect(() => {
    if (request) {
      const { document, text } = content;
      const range = document
        ? locate({ document, text, pointer: request.pointer })
        : content.textProblems[0] ?? { from: 0, to: 0 };
      setReveal({ ...range, id: request.id });
      revealed(request);
    }
  }, [request, content, revealed]);

  return reveal;
}
