import { normaliseName } from '@perennial/plugin-perennial-common';
import { textAt } from '../../../draft/readDraft';
import type { JsonObject } from '../../../draft/types';
import { shorten } from './shorten';
import type { EntityShape, GhostShape } from './types';

/** Finds what relations refer to, as validation does: whatever the spelling. */
export class Targets {
  readonly #byName: ReadonlyMap<string, EntityShape>;
  readonly #ghosts = new Map<string, GhostShape>();

  constructor(entities: readonly JsonObject[], shapes: readonly EntityShape[]) {
    this.#byName = new Map(
      shapes.map(shape => [
        normaliseName(textAt(entities[shape.index], 'name')),
        shape,
      ]),
    );
  }

  find(target: string): { id: string; name: string; isDangling: boolean } {
    const key = normaliseName(target);
    const shape = key === '' ? undefined : this.#byName.get(key);
    if (shape) {
      return { id: shape.id, name: shape.face.name, isDangling: false };
    }
    const ghost = this.#ghosts.get(key) ?? {
      id: `ghost ${shorten(key)}`,
      name: shorten(target),
    };
    this.#ghosts.set(key, ghost);
    return { ...ghost, isDangling: true };
  }

  get ghosts(): readonly GhostShape[] {
    return [...this.#ghosts.values()];
  }
}
