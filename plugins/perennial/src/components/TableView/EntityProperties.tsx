import {
  ENTITY_NAME_PATTERN,
  formsOfWords,
  pluralWords,
} from '@perennial/plugin-perennial-common';
import { useId } from 'react';
import { textAt, valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { ChoiceCell, type Choice } from './cells/ChoiceCell';
import { FlagCell } from './cells/FlagCell';
import { PropertyBox } from './cells/PropertyBox';
import { TextCell } from './cells/TextCell';
import cells from './cells/cells.module.css';
import { propertyLabel } from './describePlace';
import { placeKey } from './places';
import type { MemberProblems } from './problems';
import { useTable } from './tableContext';
import { LONG_TEXT, NAME, TEXT } from './valueFormats';

/** The members of an entity that its panel shows. */
export const ENTITY_MEMBERS: ReadonlySet<string> = new Set([
  'name',
  'plural',
  'description',
  'id',
  'timestamps',
  'softDelete',
  'owned',
  'key',
  'fields',
  'relations',
]);

const FLAGS = ['timestamps', 'softDelete', 'owned'] as const;

/** Members that need an explanation. */
type Hinted = (typeof FLAGS)[number] | 'key';

function isHinted(name: string): name is Hinted {
  return name === 'key' || FLAGS.some(flag => flag === name);
}

/** What an entity is by itself: everything but its fields and relations. */
export function EntityProperties(props: {
  index: number;
  pointer: Pointer;
  entity: JsonObject;
  problems: MemberProblems;
}) {
  const { index, pointer, entity, problems } = props;
  const { t, edits, database } = useTable();
  const id = useId();
  const box = (name: string) => ({
    label: propertyLabel(name, t),
    controlId: `${id}-${name}`,
    hint: isHinted(name) ? t(`table.hints.${name}`) : undefined,
    hintId: `${id}-${name}-hint`,
    problemsId: problems.idOf(name),
    problems: problems.of(name),
  });
  const control = (name: string) => ({
    id: `${id}-${name}`,
    place: [...pointer, name],
    value: valueAt(entity, name),
    problemsId: problems.idOf(name),
    hintId: isHinted(name) ? `${id}-${name}-hint` : undefined,
  });
  const isMongo = database === 'mongo';
  const idTypes: Choice[] = ['uuid', 'integer', 'objectId']
    .filter(type => type !== 'objectId' || isMongo)
    .map(type => ({ value: type, label: type }));
  const usualId = isMongo ? 'objectId' : 'uuid';

  return (
    <div className={cells.properties} data-place={placeKey(pointer)}>
      <PropertyBox {...box('name')}>
        <TextCell
          {...control('name')}
          format={NAME}
          onFocus={() => edits.beginRename(index)}
          onValue={name => edits.rename(index, `${name ?? ''}`)}
        />
      </PropertyBox>
      <PropertyBox {...box('plural')}>
        <TextCell
          {...control('plural')}
          format={TEXT}
          placeholder={usualPlural(textAt(entity, 'name'))}
        />
      </PropertyBox>
      <PropertyBox {...box('id')}>
        <ChoiceCell
          {...control('id')}
          choices={[
            { label: t('table.defaultChoice', { value: usualId }) },
            ...idTypes,
          ]}
        />
      </PropertyBox>
      <PropertyBox {...box('description')} layout="wide">
        <TextCell {...control('description')} format={LONG_TEXT} />
      </PropertyBox>
      {FLAGS.map(flag => (
        <PropertyBox key={flag} {...box(flag)} layout="flag">
          <FlagCell {...control(flag)} byDefault={flag === 'timestamps'} />
        </PropertyBox>
      ))}
      {valueAt(entity, 'key') !== undefined && (
        <PropertyBox {...box('key')}>
          <TextCell {...control('key')} format={TEXT} />
        </PropertyBox>
      )}
    </div>
  );
}

/** What an entity is called in the plural unless it says otherwise. */
function usualPlural(name: string): string | undefined {
  return ENTITY_NAME_PATTERN.test(name)
    ? formsOfWords(pluralWords(name)).pascal
    : undefined;
}
