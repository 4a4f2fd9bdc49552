import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, ToggleButton } from '@backstage/ui';
import type { PreviewRequest } from '@perennial/plugin-perennial-common';
import { useMemo, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { ComparedFile } from './compareFiles';
import { FileTree } from './FileTree';
import { filterFiles } from './fileTree';
import { FileView } from './FileView';
import styles from './Preview.module.css';

/** The tree of files, and the one that is opened beside it. */
export function FilesTab(props: {
  files: readonly ComparedFile[];
  request: PreviewRequest | undefined;
  opened: string | undefined;
  onOpen: (path: string) => void;
}) {
  const { files, request, opened, onOpen } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const [text, setText] = useState('');
  const [onlyTouched, setOnlyTouched] = useState(false);
  const shown = useMemo(
    () => filterFiles(files, { text, onlyTouched }),
    [files, text, onlyTouched],
  );

  return (
    <div className={styles.files}>
      <div className={styles.browser}>
        <SearchField
          className={styles.filter}
          size="small"
          aria-label={t('preview.tree.filter')}
          placeholder={t('preview.tree.filter')}
          value={text}
          onChange={setText}
        />
        <ToggleButton
          size="small"
          isSelected={onlyTouched}
          onChange={setOnlyTouched}
        >
          {t('preview.tree.onlyChanged')}
        </ToggleButton>
        <div className={styles.treeBox}>
          <FileTree
            files={shown}
            isExpanded={text.trim() !== '' || onlyTouched}
            opened={opened}
            onOpen={onOpen}
          />
        </div>
      </div>
      <FileView
        file={files.find(file => file.path === opened)}
        request={request}
      />
    </div>
  );
}
