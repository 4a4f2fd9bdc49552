import { InputError } from '@backstage/errors';
import {
  MAX_ENTITIES,
  type Database,
  type EntityDocument,
} from '@perennial/plugin-perennial-common';
import type { ImportResult } from '../types';
import { breakCycles } from './cycles';
import { DraftEntity, type EntityOptions, type SourceWords } from './drafts';
import { description, legalFields, memberNames } from './fields';
import { entityName, Names } from './names';
import { Notes, type Place } from './notes';
import { addRelations, type LegalEntity } from './relations';
import { validModel } from './validModel';

/** What a builder is told about the source. */
export interface BuilderOptions {
  words: SourceWords;
  database?: Database;
}

/**
 * Gathers entities with names and constraints as a source has them, and makes
 * a valid model of them: names become legal and unique, what a model refuses
 * is mended or left out, and all of it is noted.
 */
export class ModelBuilder {
  readonly #notes = new Notes();
  readonly #entities: DraftEntity[] = [];

  constructor(private readonly options: BuilderOptions) {}

  /** Adds an entity, to be filled by the caller. */
  entity(options: EntityOptions): DraftEntity {
    const entity = new DraftEntity(options, this.options.words, this.#notes);
    this.#entities.push(entity);
    return entity;
  }

  /** Takes an entity back, such as a table that became a relation. */
  remove(entity: DraftEntity): void {
    this.#entities.splice(this.#entities.indexOf(entity), 1);
  }

  /** Says what becomes of something that is no entity and no field. */
  note(place: Place, message: string): void {
    this.#notes.add(place, message);
  }

  /**
   * The model of all that was gathered.
   *
   * @throws InputError where that is nothing
   */
  build(): ImportResult {
    const names = new Names();
    const { entity: word } = this.options.words;
    if (this.#entities.length === 0) {
      throw new InputError(
        `There is no ${word} in the source, so there is nothing to make a model of. Check that it is complete and that the format is right.`,
      );
    }
    if (this.#entities.length > MAX_ENTITIES) {
      this.#notes.add(
        this.#entities[MAX_ENTITIES].place(),
        `A model has room for ${MAX_ENTITIES} entities, and the source has ${
          this.#entities.length
        }: from here on they are left out.`,
      );
    }
    const entities = new Map(
      this.#entities
        .slice(0, MAX_ENTITIES)
        .map(draft => [draft, this.#legalEntity(draft, names)]),
    );
    addRelations(entities);
    breakCycles(entities.values());
    const model = validModel([...entities.values()], this.options.database);
    return { model, notes: this.#notes.list() };
  }

  #legalEntity(draft: DraftEntity, names: Names): LegalEntity {
    const { options } = draft;
    const wanted = entityName(options.name, options);
    const legal = names.takeEntity(wanted);
    if (legal.name !== wanted.name)
      draft.note(
        `It is called ${legal.name} in the model: a name and its plural are given once only.`,
      );
    const members = memberNames();
    const fields = legalFields(draft, members, this.options.database);
    const document: EntityDocument = {
      ...legal,
      ...description(options.description),
      ...(draft.id && { id: draft.id }),
      ...(!draft.timestamps && { timestamps: false }),
      ...(draft.softDelete && { softDelete: true }),
      ...(fields.length > 0 && { fields }),
    };
    return { draft, document, names: members };
  }
}
