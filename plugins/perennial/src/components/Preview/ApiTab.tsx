import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Text,
} from '@backstage/ui';
import type { PreviewRequest } from '@perennial/plugin-perennial-common';
import { useMemo, useState } from 'react';
import { perennialTranslationRef } from '../../translation';
import type { ComparedFile } from './compareFiles';
import styles from './Preview.module.css';
import { type Endpoint, findDocument, readEndpoints } from './readEndpoints';
import { useFileText } from './useFileText';

/** What the service answers to, as its own OpenAPI document says. */
export function ApiTab(props: {
  files: readonly ComparedFile[];
  request: PreviewRequest | undefined;
  onOpen: (path: string) => void;
}) {
  const { files, request, onOpen } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const present = files.filter(file => file.change !== 'removed');
  const document = findDocument(present);
  const content = useFileText(document, request);
  const text = content.state === 'ready' ? content.text : undefined;
  const groups = useMemo(() => text && readEndpoints(text), [text]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  if (!document) {
    return <Text as="p">{t('preview.api.none')}</Text>;
  }
  if (!groups) {
    const isLoading = content.state === 'loading';
    return (
      <Text as="p" role="status">
        {t(isLoading ? 'preview.file.loading' : 'preview.api.unreadable')}
      </Text>
    );
  }
  const count = groups.reduce((sum, it) => sum + it.endpoints.length, 0);
  return (
    <div className={styles.api}>
      <div className={styles.apiHeader}>
        <Text>{t('preview.api.endpoints', { count })}</Text>
        <Button
          size="small"
          variant="secondary"
          onPress={() => onOpen(document.path)}
        >
          {t('preview.api.open', { path: document.path })}
        </Button>
      </div>
      <AccordionGroup
        allowsMultiple
        expandedKeys={open}
        onExpandedChange={keys => setOpen(new Set([...keys].map(String)))}
      >
        {groups.map(({ name, endpoints }) => (
          <Accordion key={name} id={name}>
            <AccordionTrigger
              level={4}
              title={name || t('preview.api.other')}
              subtitle={t('preview.api.endpoints', { count: endpoints.length })}
            />
            <AccordionPanel>
              {open.has(name) && <Endpoints endpoints={endpoints} />}
            </AccordionPanel>
          </Accordion>
        ))}
      </AccordionGroup>
    </div>
  );
}

function Endpoints(props: { endpoints: readonly Endpoint[] }) {
  return (
    <ul className={styles.endpoints}>
      {props.endpoints.map(({ method, path, summary }) => (
        <li key={`${method} ${path}`}>
          <code>{method.toUpperCase()}</code> <code>{path}</code>{' '}
          <span>{summary}</span>
        </li>
      ))}
    </ul>
  );
}
