import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import type { ExampleModel } from '../../examples';
import { perennialTranslationRef } from '../../translation';
import styles from './ModelDesigner.module.css';

/** Models to start from. */
export function StartMenu(props: {
  examples: readonly ExampleModel[];
  isDisabled: boolean;
  onExample: (example: ExampleModel) => void;
}) {
  const { examples, isDisabled, onExample } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  if (examples.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button variant="secondary" size="small" isDisabled={isDisabled}>
        {t('designer.examples.button')}
      </Button>
      <Menu aria-label={t('designer.examples.label')}>
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
                  ` · ${t('counts.entities', {
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
  );
}
