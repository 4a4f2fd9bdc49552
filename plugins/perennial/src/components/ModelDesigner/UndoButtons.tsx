import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiArrowGoBackLine, RiArrowGoForwardLine } from '@remixicon/react';
import { perennialTranslationRef } from '../../translation';
import { useDesignerActions, useDesignerState } from './designerContext';

/** Undo and redo, with what they would do in their tooltips. */
export function UndoButtons(props: {
  undoLabel: string;
  redoLabel: string;
  isDisabled: boolean;
}) {
  const { undoLabel, redoLabel, isDisabled } = props;
  const { canUndo, canRedo } = useDesignerState();
  const { undo, redo } = useDesignerActions();
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <>
      <TooltipTrigger>
        <ButtonIcon
          variant="tertiary"
          size="small"
          icon={<RiArrowGoBackLine />}
          aria-label={t('designer.undo.button')}
          isDisabled={isDisabled || !canUndo}
          onPress={undo}
        />
        <Tooltip>{t('designer.undo.tooltip', { step: undoLabel })}</Tooltip>
      </TooltipTrigger>
      <TooltipTrigger>
        <ButtonIcon
          variant="tertiary"
          size="small"
          icon={<RiArrowGoForwardLine />}
          aria-label={t('designer.redo.button')}
          isDisabled={isDisabled || !canRedo}
          onPress={redo}
        />
        <Tooltip>{t('designer.redo.tooltip', { step: redoLabel })}</Tooltip>
      </TooltipTrigger>
    </>
  );
}
