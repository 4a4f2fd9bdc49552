import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { perennialTranslationRef } from '../../../translation';
import type { EntityShape } from '../graph/types';
import { EntitySelect } from './EntitySelect';

/** Asks what an entity is related to: the way without a pointer. */
export function RelateDialog(props: {
  source: EntityShape;
  entities: readonly EntityShape[];
  onRelate: (target: EntityShape) => void;
  onCancel: () => void;
}) {
  const { source, entities, onRelate, onCancel } = props;
  const [target, setTarget] = useState<EntityShape>();
  const { t } = useTranslationRef(perennialTranslationRef);

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onCancel()} width={400}>
      <DialogHeader>
        {t('diagram.relate.title', {
          source: source.face.name || t('diagram.entity.unnamed'),
        })}
      </DialogHeader>
      <DialogBody>
        <EntitySelect
          label={t('diagram.relate.target')}
          entities={entities}
          value={target?.id}
          onChange={setTarget}
          takesFocus
        />
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={!target}
          onPress={() => target && onRelate(target)}
        >
          {t('diagram.relate.confirm')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('diagram.relate.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
