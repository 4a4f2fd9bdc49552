import type { ProblemIndex } from '../../draft/ProblemIndex';
import { valueAt } from '../../draft/readDraft';
import type { DraftModel } from '../../draft/types';
import { Misfits, misfitsOf } from './cells/Misfits';
import { OddValue } from './cells/OddValue';
import { ProblemText } from './cells/ProblemText';
import { useMemberProblems } from './problems';
import { useTable } from './tableContext';

const SHOWN: ReadonlySet<string> = new Set(['entities', 'version']);
const ENTITIES = ['entities'];

/** What is wrong with the model as a whole, and what it holds besides entities. */
export function ModelProblems(props: {
  model: DraftModel;
  problems: ProblemIndex;
}) {
  const { model, problems } = props;
  const { t } = useTable();
  const members = useMemberProblems(problems.all, 0);
  const entities = valueAt(model, 'entities');
  const isOdd = entities !== undefined && !Array.isArray(entities);
  const misfits = misfitsOf(model, SHOWN);

  return (
    <>
      <ProblemText problems={members.own} />
      <ProblemText
        problems={isOdd ? problems.within(ENTITIES) : problems.at(ENTITIES)}
      />
      {isOdd && (
        <OddValue
          place={ENTITIES}
          value={entities}
          label={t('table.properties.entities')}
        />
      )}
      <Misfits
        pointer={[]}
        object={model}
        names={members.has(['version']) ? [...misfits, 'version'] : misfits}
        problems={members}
      />
    </>
  );
}
