import { useMemo, useState } from 'react';

/** What is chosen in the diagram beside the entity that all views regard as chosen. */
export interface DiagramChoice {
  /** Id of the relation whose panel is open. */
  relation: string | undefined;
  /** Id of the relation that had the focus last. */
  lastRelation: string | undefined;
  /** Index of the entity that is being named. */
  editing: number | undefined;
  /** Index of the entity for which a target is asked. */
  relating: number | undefined;
  setRelation(id: string | undefined): void;
  setLastRelation(id: string): void;
  setEditing(index: number | undefined): void;
  setRelating(index: number | undefined): void;
}

/** Holds what is chosen; its functions never change. */
export function useDiagramChoice(): DiagramChoice {
  const [relation, setRelation] = useState<string>();
  const [lastRelation, setLastRelation] = useState<string>();
  const [editing, setEditing] = useState<number>();
  const [relating, setRelating] = useState<number>();
  return useMemo(
    () => ({
      relation,
      lastRelation,
      editing,
      relating,
      setRelation,
      setLastRelation,
      setEditing,
      setRelating,
    }),
    [relation, lastRelation, editing, relating],
  );
}
