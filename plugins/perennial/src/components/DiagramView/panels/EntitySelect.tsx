import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { perennialTranslationRef } from '../../../translation';
import type { EntityShape } from '../graph/types';

/** Few enough to be looked through. */
const SEARCH_FROM = 12;

/** Chooses an entity. */
export function EntitySelect(props: {
  label: string;
  entities: readonly EntityShape[];
  /** Id of the chosen entity. */
  value: string | undefined;
  /** Shown as the choice where it is no entity of the model. */
  unknown?: string;
  isDisabled?: boolean;
  /** Where the choice is all that there is to do. */
  takesFocus?: boolean;
  onChange: (entity: EntityShape) => void;
}) {
  const { label, entities, value, unknown, onChange } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const options = entities
    .filter(({ face }) => face.name !== '')
    .map(({ id, face }) => ({ value: id, label: face.name }));

  return (
    <Select
      label={label}
      size="small"
      options={
        unknown === undefined
          ? options
          : [
              {
                value: 'unknown',
                label: t('diagram.panel.unknownTarget', { name: unknown }),
              },
              ...options,
            ]
      }
      {...(options.length >= SEARCH_FROM && {
        search: { placeholder: t('diagram.panel.targetSearch') },
      })}
      value={unknown === undefined ? value ?? null : 'unknown'}
      onChange={key => {
        const chosen = entities.find(({ id }) => id === key);
        if (chosen) {
          onChange(chosen);
        }
      }}
      isDisabled={props.isDisabled}
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.takesFocus}
    />
  );
}
