import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseEntityRef,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type {
  TemplateDocument,
  TemplateSource,
} from '@perennial/plugin-perennial-node';

/** A template as the catalog has it. */
export interface CatalogTemplate extends TemplateSource {
  entityRef: string;
  entity: Entity;
  document: TemplateDocument;
}

/** The entities that a preview reads, each with the credentials of who asks. */
export class Templates {
  readonly #catalog: CatalogService;

  constructor(catalog: CatalogService) {
    this.#catalog = catalog;
  }

  async find(
    written: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogTemplate> {
    const entityRef = readReference(written, 'template');
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `There is no template ${entityRef} in the catalog, or you may not see it.`,
      );
    }
    const document = entity as unknown as TemplateDocument;
    if (entity.kind !== 'Template' || !Array.isArray(document.spec?.steps)) {
      throw new InputError(
        `${entityRef} is not a software template: it has no steps.`,
      );
    }
    return { entityRef, entity, document, baseUrl: baseUrlOf(entity) };
  }

  /** The output of `catalog:fetch`, as far as templates ask for one entity. */
  async fetch(
    input: JsonObject,
    credentials: BackstageCredentials,
  ): Promise<JsonObject> {
    if (typeof input.entityRef !== 'string') {
      return {};
    }
    const entity = await this.#catalog.getEntityByRef(
      readReference(input.entityRef, input.defaultKind, input.defaultNamespace),
      { credentials },
    );
    return entity ? { entity: entity as unknown as JsonObject } : {};
  }
}

function readReference(
  written: string,
  defaultKind: unknown,
  defaultNamespace?: unknown,
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(written, {
        defaultKind: text(defaultKind),
        defaultNamespace: text(defaultNamespace),
      }),
    );
  } catch {
    throw new InputError(
      `${JSON.stringify(
        written.slice(0, 200),
      )} is not a reference to an entity. Write it like template:default/express-postgres.`,
    );
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Where template.yaml is, as the scaffolder sees it. Anybody may write a source
 * location into an entity, and only the catalog its location: a file of this
 * backend is read where both say so.
 */
function baseUrlOf({ metadata }: Entity): string | undefined {
  const { annotations = {} } = metadata;
  const stored = readLocation(annotations[ANNOTATION_LOCATION]);
  const source =
    readLocation(annotations[ANNOTATION_SOURCE_LOCATION]) ?? stored;
  if (source?.type === 'url') {
    return source.target;
  }
  return source?.type === 'file' && stored?.type === 'file'
    ? `file://${source.target}`
    : undefined;
}

function readLocation(written: string | undefined) {
  return written === undefined ? undefined : parseLocationRef(written);
}
