import type { TemplateOrigin } from '../render';

const VERSION_ANNOTATION = 'backstage.io/template-version';

/**
 * A template as the catalog knows it; the scaffolder's `templateInfo` fits.
 *
 * @public
 */
export interface TemplateSource {
  entityRef?: string;
  /** Where template.yaml is. */
  baseUrl?: string;
  entity?: { metadata: { annotations?: Record<string, string> } };
}

/**
 * What the lineage tells about the template.
 *
 * @public
 */
export function templateOrigin(
  template: TemplateSource | undefined,
  commit: string | undefined,
): TemplateOrigin {
  const source = template?.baseUrl;
  const version = template?.entity?.metadata.annotations?.[VERSION_ANNOTATION];
  return {
    ...(template?.entityRef && { ref: template.entityRef }),
    // The path of a file on this backend would mean nothing to anybody else.
    ...(source && !source.startsWith('file:') && { source }),
    ...(commit && { commit }),
    ...(version && { version }),
  };
}
