import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import { ApiTab } from './ApiTab';
import { Assumed } from './Assumed';
import { compareFiles } from './compareFiles';
import { FilesTab } from './FilesTab';
import styles from './Preview.module.css';
import { PreviewStatus } from './PreviewStatus';
import { type PreviewOptions, usePreview } from './usePreview';

/** What is previewed: a model, with a template and the answers to its form so far. */
export type PreviewPanelProps = PreviewOptions;

/**
 * What the template would make of the model: its files, each to be opened, with the
 * marks of the last edit, and its API. It asks the backend while it is mounted.
 */
export function PreviewPanel(props: PreviewPanelProps) {
  const preview = usePreview(props);
  const { answer, before, request, isRunning, isOutdated } = preview;
  const { t } = useTranslationRef(perennialTranslationRef);
  const [tab, setTab] = useState('files');
  const [opened, setOpened] = useState<string>();
  const files = useMemo(
    () => compareFiles(answer?.files ?? [], before?.files),
    [answer, before],
  );
  // A text can only be asked for while it is the one that the preview shows.
  const current = isOutdated ? undefined : request;
  const open = (path: string) => {
    setOpened(path);
    setTab('files');
  };

  return (
    <section className={styles.panel} aria-label={t('preview.title')}>
      <PreviewStatus
        preview={preview}
        files={files}
        hasTemplate={props.templateRef !== undefined}
      />
      {!answer && isRunning && (
        <Skeleton width="100%" height="16rem" aria-hidden />
      )}
      {answer && (
        <div data-outdated={isOutdated || undefined} className={styles.result}>
          <Assumed assumed={answer.assumed} />
          <Tabs selectedKey={tab} onSelectionChange={key => setTab(`${key}`)}>
            <TabList aria-label={t('preview.title')}>
              <Tab id="files">{t('preview.tabs.files')}</Tab>
              <Tab id="api">{t('preview.tabs.api')}</Tab>
            </TabList>
            <TabPanel id="files">
              <FilesTab
                files={files}
                request={current}
                opened={opened}
                onOpen={open}
              />
            </TabPanel>
            <TabPanel id="api">
              <ApiTab files={files} request={current} onOpen={open} />
            </TabPanel>
          </Tabs>
        </div>
      )}
    </section>
  );
}
