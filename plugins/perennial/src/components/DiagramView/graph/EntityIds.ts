import { textAt } from '../../../draft/readDraft';
import type { JsonObject } from '../../../draft/types';

/**
 * Gives every entity an id that follows it through renaming, moving, removing
 * and undoing, so that it keeps its place on the canvas.
 */
export class EntityIds {
  #entities: readonly JsonObject[] = [];
  #ids: readonly string[] = [];
  readonly #byName = new Map<string, string>();
  #count = 0;

  /** The ids of these entities, in their places. */
  assign(entities: readonly JsonObject[]): readonly string[] {
    if (entities === this.#entities) {
      return this.#ids;
    }
    const free = new Set(this.#ids);
    const ids = new Array<string | undefined>(entities.length).fill(undefined);
    const claim = (index: number, id: string | undefined) => {
      if (id !== undefined && ids[index] === undefined && free.delete(id)) {
        ids[index] = id;
      }
    };

    const old = this.#entities;
    // The place tells apart entities that are one and the same empty object.
    entities.forEach((entity, index) => {
      if (entity === old[index]) {
        claim(index, this.#ids[index]);
      }
    });
    const places = new Map(old.map((entity, index) => [entity, index]));
    entities.forEach((entity, index) =>
      claim(index, this.#ids[places.get(entity) ?? -1]),
    );
    const names = new Map(
      old.map((entity, index) => [textAt(entity, 'name'), index]),
    );
    entities.forEach((entity, index) =>
      claim(index, this.#ids[names.get(textAt(entity, 'name')) ?? -1]),
    );
    if (entities.length === old.length) {
      entities.forEach((_, index) => claim(index, this.#ids[index]));
    }
    return this.#keep(entities, ids);
  }

  #keep(
    entities: readonly JsonObject[],
    claimed: readonly (string | undefined)[],
  ): readonly string[] {
    const used = new Set(claimed);
    const ids = entities.map((entity, index) => {
      const name = textAt(entity, 'name');
      let id = claimed[index] ?? this.#byName.get(name);
      if (id === undefined || (claimed[index] === undefined && used.has(id))) {
        this.#count += 1;
        id = `e${this.#count}`;
      }
      used.add(id);
      this.#byName.set(name, id);
      return id;
    });
    this.#entities = entities;
    this.#ids = ids;
    return ids;
  }
}
