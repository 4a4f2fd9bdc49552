import type { JsonValue } from '../../draft/types';
import { ChoiceCell, type Choice } from './cells/ChoiceCell';
import type { ControlProps } from './cells/controlProps';
import { TextCell } from './cells/TextCell';
import { useTable } from './tableContext';
import { formatOfType, JSON_TEXT } from './valueFormats';

/** The default of a field: a choice where there are few values, else a text. */
export function DefaultCell(
  props: ControlProps & { type: string; values: JsonValue | undefined },
) {
  const { type, values, ...control } = props;
  const { t } = useTable();
  const none: Choice = { label: t('table.none') };
  switch (type) {
    case 'boolean':
      return (
        <ChoiceCell
          {...control}
          choices={[
            none,
            { value: true, label: 'true' },
            { value: false, label: 'false' },
          ]}
        />
      );
    case 'enum': {
      const texts = Array.isArray(values)
        ? values.filter(value => typeof value === 'string' && value !== '')
        : [];
      return (
        <ChoiceCell
          {...control}
          choices={[
            none,
            ...Array.from(new Set(texts as string[]), value => ({
              value,
              label: value,
            })),
          ]}
        />
      );
    }
    default: {
      const format = formatOfType(type);
      return (
        <TextCell
          {...control}
          format={format}
          placeholder={format === JSON_TEXT ? t('table.hints.json') : undefined}
        />
      );
    }
  }
}
