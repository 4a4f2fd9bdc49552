import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Box, Button, Text } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { selectExamples } from '../../examples';
import { chooseContent, contentOf, isSame } from '../../draft/chooseContent';
import { DraftContent } from '../../draft/DraftContent';
import type { DraftStore } from '../../draft/DraftStore';
import { startHistory } from '../../draft/history';
import type { DraftModel } from '../../draft/types';
import { perennialTranslationRef } from '../../translation';
import { DesignerPreview } from '../Preview';
import { TransferButtons } from '../Transfer';
import type { DesignerView } from './designerContext';
import { DesignerProvider } from './DesignerProvider';
import { DraftNotices } from './DraftNotices';
import { historyCache } from './historyCache';
import styles from './ModelDesigner.module.css';
import { onDesignerKeyDown } from './onDesignerKeyDown';
import { ProblemList } from './ProblemList';
import type { ModelDesignerProps } from './schema';
import { StartMenu } from './StartMenu';
import { StatusLine } from './StatusLine';
import { UndoButtons } from './UndoButtons';
import { useDraft } from './useDraft';
import { useFormValue } from './useFormValue';
import { useStoredDraft } from './useStoredDraft';
import { Views } from './Views';

const DEFAULT_ROWS = 24;

/** The designer in its form, once it is known whose draft it is. */
export function DesignerField(
  props: ModelDesignerProps & { store: DraftStore },
) {
  const { store, schema, uiSchema, required, onChange } = props;
  const {
    database,
    examples,
    preview = true,
    rows = DEFAULT_ROWS,
  } = uiSchema['ui:options'] ?? {};
  const readOnly = Boolean(props.disabled || props.readonly);
  const { t } = useTranslationRef(perennialTranslationRef);
  const root = useRef<HTMLDivElement>(null);
  const [opened] = useState(() => openDraft(props));
  const [view, setView] = useState<DesignerView>('table');
  const [replacedBy, setReplacedBy] = useState<string>();
  const draft = useDraft({ initial: () => opened.history, database });
  const { content, history } = draft;
  const [restoredFrom, setRestoredFrom] = useState(opened.restoredFrom);
  const keeping = useStoredDraft({
    draft,
    store,
    parted: opened.parted,
    label: t('designer.steps.otherTab'),
  });

  useFormValue({
    content,
    known: opened.isInForm ? opened.history.present.content : undefined,
    root,
    onChange: model => onChange(model as Record<string, unknown>),
  });
  useEffect(() => historyCache.write(store.key, history), [store, history]);

  const load = (next: { name: string; text: string }) => {
    const text = next.text.replace(/\r\n?/g, '\n');
    setReplacedBy(content.isEmpty ? undefined : next.name);
    draft.setContent({
      content: DraftContent.fromText(text),
      label: t('designer.steps.load', { name: next.name }),
    });
  };
  const discard = () => {
    setRestoredFrom(undefined);
    setReplacedBy(undefined);
    draft.setContent({
      content: contentOf(schema.default as DraftModel | undefined),
      label: t('designer.steps.discard'),
    });
  };

  return (
    <DesignerProvider draft={draft} readOnly={readOnly} onView={setView}>
      {/* The keys of every view pass here; the element itself is no control. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={root} onKeyDown={event => onDesignerKeyDown(event, draft)}>
        <Box bg="neutral" className={styles.root}>
          <div>
            <Text as="h3" variant="body-large" weight="bold">
              {schema.title ?? t('designer.title')}
              {required && <span aria-hidden="true"> *</span>}
            </Text>
            <Text as="p" variant="body-medium" color="secondary">
              {uiSchema['ui:description'] ??
                schema.description ??
                t('designer.description')}
            </Text>
          </div>
          <DraftNotices
            keeping={keeping}
            restoredFrom={restoredFrom}
            isDisabled={readOnly}
            onDiscard={discard}
          />
          {replacedBy && (
            <Alert
              status="info"
              icon
              role="status"
              title={t('designer.replaced.title', { name: replacedBy })}
              customActions={
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => {
                    setReplacedBy(undefined);
                    draft.undo();
                  }}
                >
                  {t('designer.replaced.undo')}
                </Button>
              }
            />
          )}
          <div className={styles.bar}>
            <StartMenu
              examples={selectExamples(examples)}
              isDisabled={readOnly}
              onExample={example =>
                load({ name: example.title, text: example.text })
              }
            />
            <TransferButtons
              draft={draft}
              isDisabled={readOnly}
              onImport={load}
            />
            <UndoButtons
              undoLabel={history.present.label}
              redoLabel={history.future[0]?.label ?? ''}
              isDisabled={readOnly}
            />
          </div>
          <Views
            draft={draft}
            view={view}
            onView={setView}
            readOnly={readOnly}
            rows={rows}
          />
          <StatusLine problemCount={draft.problemCount} />
          <ProblemList draft={draft} view={view} />
          {preview && <DesignerPreview draft={draft} field={props} />}
        </Box>
      </div>
    </DesignerProvider>
  );
}

function openDraft(props: ModelDesignerProps & { store: DraftStore }) {
  const { store, schema } = props;
  const formData = props.formData as DraftModel | undefined;
  const { shared, own } = store.open();
  const kept = own ?? shared;
  const { content, restored } = chooseContent({
    formData,
    defaultModel: schema.default as DraftModel | undefined,
    draft: kept?.content,
  });
  const cached = historyCache.read(store.key);
  const isCached = cached && cached.present.content.text === content.text;
  return {
    history: isCached ? cached : startHistory(content),
    restoredFrom: restored && !isCached ? kept?.savedAt : undefined,
    parted: own ? shared : undefined,
    isInForm: content.isReadable && isSame(content.model, formData ?? {}),
  };
}
