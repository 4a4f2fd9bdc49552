import { valueAt } from '../../draft/readDraft';
import type { JsonObject, Pointer } from '../../draft/types';
import { FieldDetails } from './FieldDetails';
import { FieldTable } from './FieldTable';
import { ItemsEditor } from './ItemsEditor';
import type { MemberProblems } from './problems';

/** All about a field that does not fit into its row: constraints, and what it holds. */
export function FieldContent(props: {
  pointer: Pointer;
  field: JsonObject;
  type: string;
  isItems?: boolean;
  /** What the field is called in the names of the inputs within. */
  owner: string;
  problems: MemberProblems;
  reveal: Pointer | undefined;
}) {
  const { pointer, field, type, isItems, owner, problems, reveal } = props;
  return (
    <>
      <FieldDetails
        pointer={pointer}
        field={field}
        type={type}
        isItems={isItems}
        problems={problems}
      />
      {type === 'array' && (
        <ItemsEditor
          pointer={[...pointer, 'items']}
          value={valueAt(field, 'items')}
          owner={owner}
          problems={problems.of('items')}
          reveal={reveal}
        />
      )}
      {type === 'object' && (
        <FieldTable
          parent={pointer}
          holder={field}
          owner={owner}
          place="object"
          problems={problems.of('fields')}
          reveal={reveal}
        />
      )}
    </>
  );
}
