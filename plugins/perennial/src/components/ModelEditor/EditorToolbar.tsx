import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useRef } from 'react';
import type { ExampleModel } from '../../examples';
import { perennialTranslationRef } from '../../translation';
import styles from './ModelEditor.module.css';

/** Ways to fill the editor other than typing. */
export function EditorToolbar(props: {
  examples: readonly ExampleModel[];
  isDisabled: boolean;
  onExample: (example: ExampleModel) => void;
  onFile: (file: File) => void;
}) {
  const { examples, isDisabled, onExample, onFile } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const fileInput = useRef<HTMLInputElement>(null);

  return (
    <Flex gap="2" align="center">
      {examples.length > 0 && (
        <MenuTrigger>
          <Button variant="secondary" isDisabled={isDisabled}>
            {t('modelEditor.examples.button')}
          </Button>
          <Menu aria-label={t('modelEditor.examples.label')}>
            {examples.map(example => (
              <MenuItem
                key={example.name}
                id={example.name}
                textValue={example.title}
                className={styles.exampleItem}
                onAction={() => onExample(example)}
              >
                <span className={styles.example}>
                  <span>
                    {example.title}
                    {example.entityCount !== undefined &&
                      ` · ${t('modelEditor.summary.entities', {
                        count: example.entityCount,
                      })}`}
                  </span>
                  {example.description && (
                    <span className={styles.exampleDescription}>
                      {example.description}
                    </span>
                  )}
                </span>
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      )}
      <Button
        variant="secondary"
        isDisabled={isDisabled}
        onPress={() => fileInput.current?.click()}
      >
        {t('modelEditor.upload.button')}
      </Button>
      <input
        ref={fileInput}
        type="file"
        accept=".yaml,.yml,.json,application/yaml,application/json"
        aria-label={t('modelEditor.upload.label')}
        className={styles.fileInput}
        tabIndex={-1}
        onChange={event => {
          const [file] = event.target.files ?? [];
          // The same file can be chosen again after it was mended.
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
    </Flex>
  );
}
