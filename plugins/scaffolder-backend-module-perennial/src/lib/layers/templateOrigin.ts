import { TemplateInfo } from '@backstage/plugin-scaffolder-common';
import { TemplateOrigin } from '@perennial/plugin-perennial-node';

const VERSION_ANNOTATION = 'backstage.io/template-version';

/** What the lineage tells about the template. */
export function templateOrigin(
  info: TemplateInfo | undefined,
  commit: string | undefined,
): TemplateOrigin {
  const source = info?.baseUrl;
  const version = info?.entity?.metadata.annotations?.[VERSION_ANNOTATION];
  return {
    ...(info?.entityRef && { ref: info.entityRef }),
    // The path of a file on this backend would mean nothing to anybody else.
    ...(source && !source.startsWith('file:') && { source }),
    ...(commit && { commit }),
    ...(version && { version }),
  };
}
