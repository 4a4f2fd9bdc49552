import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  DialogTrigger,
  Popover,
  Text,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiLink,
  RiPencilLine,
  RiTableLine,
} from '@remixicon/react';
import { NodeToolbar, Position } from '@xyflow/react';
import type { ReactElement } from 'react';
import type { DraftProblem } from '../../../draft/DraftContent';
import { perennialTranslationRef } from '../../../translation';
import type { EntityShape } from '../graph/types';
import type { DiagramActions } from '../useDiagramActions';
import styles from './panels.module.css';
import { ProblemItems } from './ProblemItems';

/** What can be done with the chosen entity, above it. */
export function EntityTools(props: {
  shape: EntityShape;
  problems: readonly DraftProblem[];
  isReadOnly: boolean;
  actions: DiagramActions;
}) {
  const { shape, problems, isReadOnly, actions } = props;
  const { t } = useTranslationRef(perennialTranslationRef);
  const name = shape.face.name || t('diagram.entity.unnamed');

  return (
    <NodeToolbar
      nodeId={shape.id}
      isVisible
      position={Position.Top}
      offset={8}
      className={`${styles.tools} nopan nowheel`}
      role="toolbar"
      aria-label={t('diagram.entity.tools', { name })}
    >
      {problems.length > 0 && (
        <DialogTrigger>
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiErrorWarningLine />}
            aria-label={t('diagram.entity.problems', {
              count: problems.length,
            })}
          >
            {`${problems.length}`}
          </Button>
          <Popover aria-label={t('diagram.entity.problemsTitle', { name })}>
            <div className={styles.popover}>
              <Text weight="bold">
                {t('diagram.entity.problemsTitle', { name })}
              </Text>
              <ProblemItems problems={problems} />
            </div>
          </Popover>
        </DialogTrigger>
      )}
      {!isReadOnly && (
        <>
          <Tool
            label={t('diagram.entity.rename')}
            icon={<RiPencilLine />}
            onPress={() => actions.renameEntity(shape.index)}
          />
          <Tool
            label={t('diagram.entity.relate')}
            icon={<RiLink />}
            onPress={() => actions.relateEntity(shape.index)}
          />
        </>
      )}
      <Tool
        label={t('diagram.entity.open')}
        icon={<RiTableLine />}
        onPress={() => actions.openEntity(shape.index)}
      />
      {!isReadOnly && (
        <Tool
          label={t('diagram.entity.remove')}
          icon={<RiDeleteBinLine />}
          onPress={() => actions.removeEntity(shape.index)}
        />
      )}
    </NodeToolbar>
  );
}

function Tool(props: {
  label: string;
  icon: ReactElement;
  onPress: () => void;
}) {
  const { label, icon, onPress } = props;
  return (
    <TooltipTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={icon}
        aria-label={label}
        onPress={onPress}
      />
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
