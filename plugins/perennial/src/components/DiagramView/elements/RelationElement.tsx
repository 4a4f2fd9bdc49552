import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import { memo, type MouseEvent } from 'react';
import { perennialTranslationRef } from '../../../translation';
import type { RelationShape } from '../graph/types';
import { signPath, signTransform, toPath } from '../routing/svgPath';
import { useElementActions } from './ElementActions';
import styles from './elements.module.css';
import type { RelationEdge } from './types';

function RelationLine(props: EdgeProps<RelationEdge>) {
  const { id, data, selected } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const { chooseRelation } = useElementActions();
  if (!data) {
    return null;
  }
  const { relation, route, problems, isRelated } = data;
  const { points, label } = route;
  const path = toPath(points);
  const last = points.length - 1;
  const state = {
    'data-selected': selected || undefined,
    'data-related': isRelated || undefined,
    'data-dangling': relation.isDangling || undefined,
    'data-problems': problems.length > 0 || undefined,
  };
  const choose = (event: MouseEvent) => {
    event.stopPropagation();
    chooseRelation(id);
  };

  return (
    <>
      <g className={styles.relation} {...state}>
        <path className={styles.halo} d={path} />
        <path className={styles.line} d={path} />
        <path
          className={styles.sign}
          d={signPath(sourceSign(relation))}
          transform={signTransform(points[0], points[1])}
        />
        <path
          className={styles.sign}
          d={signPath(targetSign(relation))}
          transform={signTransform(points[last], points[last - 1])}
        />
        <path className={styles.reach} d={path} />
      </g>
      <EdgeLabelRenderer>
        {/* The line itself has the keyboard, the name and the role. */}
        {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
        <div
          className={`${styles.label} nodrag nopan`}
          style={{
            transform: `translate(-50%, -50%) translate(${label.x}px, ${label.y}px)`,
          }}
          onClick={choose}
          aria-hidden
          {...state}
        >
          {relation.name || t('diagram.relation.unnamed')}
          {problems.length > 0 && (
            <span
              className={styles.badge}
              title={`${problems[0].message} ${problems[0].mend}`}
            >
              {problems.length}
            </span>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

/** A relation as a line in crow's foot notation, with its name. */
export const RelationElement = memo(RelationLine);

/** How many rows of the entity refer to one row of the target. */
function sourceSign({ kind }: RelationShape) {
  return {
    most: kind === 'oneToOne' ? 'one' : 'many',
    least: 'zero',
  } as const;
}

/** How many rows of the target one row of the entity refers to. */
function targetSign({ kind, isRequired }: RelationShape) {
  return {
    most: kind === 'manyToMany' ? 'many' : 'one',
    least: isRequired && kind !== 'manyToMany' ? 'one' : 'zero',
  } as const;
}
