import { useId } from 'react';
import { valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { PropertyBox } from './cells/PropertyBox';
import { TextCell } from './cells/TextCell';
import cells from './cells/cells.module.css';
import { DefaultCell } from './DefaultCell';
import type { Translate } from './describePlace';
import { constraintsOf, formatOf, type Property } from './fieldProperties';
import type { MemberProblems } from './problems';
import { useTable } from './tableContext';
import { formatOfType, TEXT } from './valueFormats';
import { ValueList } from './ValueList';

/** The inputs for what a value may be, as its type allows it. */
export function FieldDetails(props: {
  pointer: Pointer;
  field: JsonObject;
  type: string;
  isItems?: boolean;
  problems: MemberProblems;
}) {
  const { pointer, field, type, isItems = false, problems } = props;
  const { t, readOnly } = useTable();
  const id = useId();
  const hasExamples = !readOnly || valueAt(field, 'examples') !== undefined;
  const hasKey = !isItems && valueAt(field, 'key') !== undefined;
  const hints = hintsOf(field, type, t);
  const box = (name: string) => ({
    hint: hints[name],
    hintId: `${id}-${name}-hint`,
    problemsId: problems.idOf(name),
    problems: problems.of(name),
  });
  const control = (name: string) => ({
    id: `${id}-${name}`,
    place: [...pointer, name],
    value: valueAt(field, name),
    problemsId: problems.idOf(name),
    hintId: hints[name] && `${id}-${name}-hint`,
  });
  const text = (name: Property) => (
    <PropertyBox
      key={name}
      label={t(`table.properties.${name}`)}
      controlId={`${id}-${name}`}
      layout={name === 'description' ? 'wide' : undefined}
      {...box(name)}
    >
      <TextCell {...control(name)} format={formatOf(type, name)} />
    </PropertyBox>
  );

  return (
    <div className={cells.properties}>
      {type === 'enum' && (
        <PropertyBox
          label={t('table.properties.values')}
          layout="wide"
          problems={[]}
        >
          <ValueList
            place={[...pointer, 'values']}
            value={valueAt(field, 'values')}
            format={TEXT}
            label={t('table.properties.values')}
            addLabel={t('table.add.value')}
            problems={problems.of('values')}
          />
        </PropertyBox>
      )}
      {constraintsOf(type).map(text)}
      {!isItems && (
        <PropertyBox
          label={t('table.properties.default')}
          controlId={`${id}-default`}
          {...box('default')}
        >
          <DefaultCell
            {...control('default')}
            type={type}
            values={valueAt(field, 'values')}
          />
        </PropertyBox>
      )}
      {text('description')}
      {hasKey && text('key')}
      {hasExamples && (
        <PropertyBox
          label={t('table.properties.examples')}
          layout="wide"
          problems={[]}
        >
          <ValueList
            place={[...pointer, 'examples']}
            value={valueAt(field, 'examples')}
            format={formatOfType(type)}
            label={t('table.properties.examples')}
            addLabel={t('table.add.example')}
            problems={problems.of('examples')}
          />
        </PropertyBox>
      )}
    </div>
  );
}

/** What helps with some of the inputs, by member. */
function hintsOf(
  field: JsonObject,
  type: string,
  t: Translate,
): Record<string, string | undefined> {
  const isText = typeof valueAt(field, 'default') === 'string';
  return {
    key: t('table.hints.key'),
    // Any text is a value of this type, so nobody else would say it.
    default:
      type === 'json' && isText ? t('table.hints.textNotJson') : undefined,
  };
}
