import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';

/**
 * Offers, in each template's choice of a repository, the GitHub hosts that this
 * portal is connected to, whichever the template itself names: a template
 * cannot read where the stand-in listens.
 */
export class RepositoryHostsProcessor implements CatalogProcessor {
  readonly #hosts: string[];

  constructor(options: { hosts: string[] }) {
    this.#hosts = options.hosts;
  }

  getProcessorName(): string {
    return 'RepositoryHostsProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (entity.kind !== 'Template' || !entity.spec) {
      return entity;
    }
    const { parameters } = entity.spec;
    return {
      ...entity,
      spec: { ...entity.spec, parameters: this.#offerHosts(parameters) },
    };
  }

  #offerHosts(value: JsonValue | undefined): JsonValue | undefined {
    if (Array.isArray(value)) {
      return value.map(item => this.#offerHosts(item) as JsonValue);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const copy = Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        this.#offerHosts(member),
      ]),
    );
    const options = copy['ui:options'];
    return copy['ui:field'] === 'RepoUrlPicker'
      ? {
          ...copy,
          'ui:options': { ...(options as object), allowedHosts: this.#hosts },
        }
      : copy;
  }
}
