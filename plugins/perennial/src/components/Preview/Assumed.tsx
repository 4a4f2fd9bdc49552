import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { PreviewAnswer } from '@perennial/plugin-perennial-common';
import { perennialTranslationRef } from '../../translation';
import styles from './Preview.module.css';

/** Answers that the form does not have yet, and what the preview took instead. */
export function Assumed(props: { assumed: PreviewAnswer['assumed'] }) {
  const { assumed } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  if (assumed.length === 0) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger
        level={4}
        title={t('preview.assumed.title', { count: assumed.length })}
        subtitle={t('preview.assumed.body')}
      />
      <AccordionPanel>
        <dl className={styles.assumed}>
          {assumed.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <code>
                  {typeof value === 'string' ? value : JSON.stringify(value)}
                </code>
              </dd>
            </div>
          ))}
        </dl>
      </AccordionPanel>
    </Accordion>
  );
}
