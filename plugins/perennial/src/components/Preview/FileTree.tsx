import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiArrowRightSLine, RiFileLine, RiFolderLine } from '@remixicon/react';
import { useMemo, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import { perennialTranslationRef } from '../../translation';
import { ChangeBadge } from './ChangeBadge';
import type { ComparedFile } from './compareFiles';
import { type TreeNode, buildTree, foldersOf } from './fileTree';
import styles from './FileTree.module.css';

const ROW_HEIGHT = 30;

/** The files by their folders; React Aria gives keys and roles, and draws only what is in sight. */
export function FileTree(props: {
  files: readonly ComparedFile[];
  /** Folders are open: while somebody looks for something. */
  isExpanded: boolean;
  opened: string | undefined;
  onOpen: (path: string) => void;
}) {
  const { files, isExpanded, opened, onOpen } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const nodes = useMemo(() => buildTree(files), [files]);
  const [expanded, setExpanded] = useState<ReadonlySet<Key>>(new Set());
  const all = useMemo(() => new Set<Key>(foldersOf(nodes)), [nodes]);
  const shown = isExpanded ? all : expanded;

  const act = (key: Key) => {
    const id = `${key}`;
    if (!all.has(id)) {
      onOpen(id);
    } else if (!isExpanded) {
      const next = new Set(expanded);
      if (!next.delete(id)) {
        next.add(id);
      }
      setExpanded(next);
    }
  };

  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <Tree
        aria-label={t('preview.tree.label')}
        className={styles.tree}
        items={nodes}
        expandedKeys={shown}
        onExpandedChange={keys => !isExpanded && setExpanded(keys)}
        onAction={act}
        dependencies={[opened]}
        renderEmptyState={() => (
          <span className={styles.empty}>{t('preview.tree.none')}</span>
        )}
      >
        {node => <FileTreeItem node={node} opened={opened} />}
      </Tree>
    </Virtualizer>
  );
}

function FileTreeItem(props: { node: TreeNode; opened: string | undefined }) {
  const { node, opened } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const isOpened = node.id === opened;
  const words = [
    node.name,
    node.change && t(`preview.change.${node.change}`),
    node.isFolder &&
      node.touched > 0 &&
      t('preview.tree.touched', { count: node.touched }),
    isOpened && t('preview.tree.opened'),
  ];

  return (
    <TreeItem
      id={node.id}
      textValue={words.filter(Boolean).join(', ')}
      className={styles.item}
      data-opened={isOpened || undefined}
    >
      <TreeItemContent>
        <span className={styles.row}>
          {node.isFolder ? (
            <Button slot="chevron" className={styles.chevron}>
              <RiArrowRightSLine size={16} aria-hidden />
            </Button>
          ) : (
            <span className={styles.chevron} />
          )}
          {node.isFolder ? (
            <RiFolderLine size={16} aria-hidden className={styles.icon} />
          ) : (
            <RiFileLine size={16} aria-hidden className={styles.icon} />
          )}
          <span className={styles.name} title={node.name}>
            {node.name}
          </span>
          {node.change && <ChangeBadge change={node.change} />}
          {node.isFolder && node.touched > 0 && (
            <span className={styles.touched}>{node.touched}</span>
          )}
        </span>
      </TreeItemContent>
      <Collection items={node.children} dependencies={[opened]}>
        {child => <FileTreeItem node={child} opened={opened} />}
      </Collection>
    </TreeItem>
  );
}
