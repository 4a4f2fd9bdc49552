import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { lazy, Suspense, type ReactNode } from 'react';
import { perennialTranslationRef } from '../../translation';
import { TextView } from '../TextView';
import type { DesignerView } from './designerContext';
import styles from './ModelDesigner.module.css';
import type { Draft } from './useDraft';

/** A deploy in between or a lost connection: the other views still work. */
function FailedView() {
  const { t } = useTranslationRef(perennialTranslationRef);
  return <Alert status="warning" icon title={t('designer.views.failed')} />;
}

const TableView = lazy(() =>
  import('../TableView').then(
    module => ({ default: module.TableView }),
    () => ({ default: FailedView }),
  ),
);

const DiagramView = lazy(() =>
  import('../DiagramView').then(
    module => ({ default: module.DiagramView }),
    () => ({ default: FailedView }),
  ),
);

/** The views of the model as tabs; only the chosen one is drawn. */
export function Views(props: {
  draft: Draft;
  view: DesignerView;
  onView: (view: DesignerView) => void;
  readOnly: boolean;
  /** Height in lines of text. */
  rows: number;
}) {
  const { draft, view, onView, readOnly, rows } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const panels: Record<DesignerView, ReactNode> = {
    table: <TableView />,
    diagram: <DiagramView />,
    text: <TextView draft={draft} readOnly={readOnly} rows={rows} />,
  };
  const names = Object.keys(panels) as DesignerView[];

  return (
    <Tabs
      selectedKey={view}
      onSelectionChange={key => onView(key as DesignerView)}
    >
      <TabList aria-label={t('designer.views.label')}>
        {names.map(name => (
          <Tab key={name} id={name}>
            {t(`designer.views.${name}`)}
          </Tab>
        ))}
      </TabList>
      {names.map(name => (
        <TabPanel key={name} id={name} className={styles.panel}>
          <Suspense
            fallback={
              <div role="status" aria-label={t('designer.loading')}>
                <Skeleton width="100%" height="20rem" />
              </div>
            }
          >
            {panels[name]}
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}
