import { useId } from 'react';
import type { DraftProblem } from '../../draft/DraftContent';
import { isObject, textAt, valueAt } from '../../draft/readDraft';
import type { JsonObject, JsonValue, Pointer } from '../../draft/types';
import { ChoiceCell } from './cells/ChoiceCell';
import { Misfits, misfitsOf } from './cells/Misfits';
import { OddValue } from './cells/OddValue';
import { ProblemText } from './cells/ProblemText';
import { PropertyBox } from './cells/PropertyBox';
import cells from './cells/cells.module.css';
import { FieldContent } from './FieldContent';
import { shownMembers } from './fieldProperties';
import { useMemberProblems } from './problems';
import { useTable } from './tableContext';
import { TYPE_CHOICES } from './typeChoices';
import { useStablePointer } from './useStablePointer';

const NOTHING: JsonObject = Object.freeze({});

/** What an array holds: a type with all that belongs to it, arrays and objects again included. */
export function ItemsEditor(props: {
  pointer: Pointer;
  value: JsonValue | undefined;
  owner: string;
  problems: readonly DraftProblem[];
  reveal: Pointer | undefined;
}) {
  const { value, owner, reveal } = props;
  const { t, edits } = useTable();
  const id = useId();
  const pointer = useStablePointer(props.pointer);
  const problems = useMemberProblems(props.problems, pointer.length);
  const items = isObject(value) ? value : NOTHING;
  const type = textAt(items, 'type');

  return (
    <fieldset className={cells.items}>
      <legend>{t('table.sections.itemsTitle')}</legend>
      {value !== undefined && !isObject(value) && (
        <OddValue place={pointer} value={value} />
      )}
      <ProblemText problems={problems.own} />
      <PropertyBox
        label={t('table.properties.type')}
        controlId={`${id}-type`}
        problemsId={problems.idOf('type')}
        problems={problems.of('type')}
      >
        <ChoiceCell
          id={`${id}-type`}
          place={[...pointer, 'type']}
          value={valueAt(items, 'type')}
          choices={TYPE_CHOICES}
          problemsId={problems.idOf('type')}
          onValue={next => edits.setType(pointer, `${next}`)}
        />
      </PropertyBox>
      <Misfits
        pointer={pointer}
        object={items}
        names={misfitsOf(items, shownMembers(type, 'items'))}
        problems={problems}
      />
      <FieldContent
        pointer={pointer}
        field={items}
        type={type}
        isItems
        owner={owner}
        problems={problems}
        reveal={reveal}
      />
    </fieldset>
  );
}
