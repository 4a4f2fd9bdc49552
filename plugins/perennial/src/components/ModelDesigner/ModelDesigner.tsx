import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { DraftStore } from '../../draft/DraftStore';
import { perennialTranslationRef } from '../../translation';
import { DesignerField } from './DesignerField';
import type { ModelDesignerProps } from './schema';

/** A person without an identity, as the portal's own guest may be. */
const NOBODY = 'user:default/unknown';

/**
 * The model of a service as a field of a template's form: a table, a diagram and
 * YAML on the page, the model as an object in the form.
 */
export function ModelDesigner(props: ModelDesignerProps) {
  const { t } = useTranslationRef(perennialTranslationRef);
  const { pathname } = useLocation();
  const userRef = useUserRef();
  const fieldId = props.idSchema.$id;
  const store = useMemo(
    () => userRef && new DraftStore({ userRef, pathname, fieldId }),
    [userRef, pathname, fieldId],
  );

  return store ? (
    <DesignerField key={store.key} store={store} {...props} />
  ) : (
    <div role="status" aria-label={t('designer.loading')}>
      <Skeleton width="100%" height="24rem" />
    </div>
  );
}

/** Drafts are kept for each person; a shared computer shows nobody else's. */
function useUserRef(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const [userRef, setUserRef] = useState<string>();

  useEffect(() => {
    let isCurrent = true;
    identityApi.getBackstageIdentity().then(
      identity => isCurrent && setUserRef(identity.userEntityRef),
      () => isCurrent && setUserRef(NOBODY),
    );
    return () => {
      isCurrent = false;
    };
  }, [identityApi]);

  return userRef;
}
