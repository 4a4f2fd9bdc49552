import {
  BUILT_IN_FIELDS,
  type EntityDocument,
  type FieldDocument,
  MAX_IDENTIFIER_BYTES,
  type ModelDocument,
  type RelationDocument,
  databaseName,
  entityNames,
  formsOfWords,
  nameForms,
  splitWords,
} from '@perennial/plugin-perennial-common';
import { Scope } from '../names';
import { type FieldIdea, fieldOf } from './fields';
import {
  type RelationIdea,
  Requirements,
  namesOfRelation,
  optionsOf,
} from './relations';

/** An entity before its names are known to be free. */
export interface EntityIdea {
  name: string;
  plural?: string;
  hasKeys: boolean;
  properties: Omit<
    EntityDocument,
    'name' | 'plural' | 'key' | 'fields' | 'relations'
  >;
  fields: FieldIdea[];
  relations: RelationIdea[];
}

/** An entity whose name is its own. */
interface NamedIdea {
  idea: EntityIdea;
  name: string;
  plural?: string;
  /** Names of its members, the inverses of others' relations among them. */
  members: Scope;
}

/** Every name that an entity takes; undefined where its table cannot be called so. */
function namesOfEntity(name: string, plural?: string): string[] | undefined {
  const forms = entityNames(name, plural);
  const isAllowed =
    nameForms(name).snake.length <= MAX_IDENTIFIER_BYTES &&
    forms.table.length <= MAX_IDENTIFIER_BYTES &&
    !forms.table.startsWith('pg_');
  return isAllowed
    ? [name, forms.pascal, forms.plural.pascal, forms.table]
    : undefined;
}

/** Every name that a field takes; undefined where its column would be too long. */
function namesOfField(name: string): string[] | undefined {
  return `${nameForms(name).snake}_`.length > MAX_IDENTIFIER_BYTES
    ? undefined
    : [name];
}

/** What a many-to-many relation takes among the names of entities. */
function joinNames({ name, plural }: NamedIdea, relation: string): string[] {
  const { snake, table } = entityNames(name, plural);
  const own = nameForms(relation).snake;
  return [
    databaseName(table, own),
    formsOfWords(splitWords(`${snake}_${own}_link`)).pascal,
  ];
}

/** Makes a model of ideas: what is taken, or does not go together, gives way. */
class Assembly {
  readonly #names = new Scope();
  readonly #requirements = new Requirements();
  readonly #entities: NamedIdea[];

  constructor(ideas: EntityIdea[], private readonly roomForRows: boolean) {
    this.#entities = ideas.map(idea => {
      const pluralOf = (name: string) =>
        name === idea.name ? idea.plural : undefined;
      const name = this.#names.claim(idea.name, candidate =>
        namesOfEntity(candidate, pluralOf(candidate)),
      );
      const members = new Scope(BUILT_IN_FIELDS);
      return { idea, name, plural: pluralOf(name), members };
    });
  }

  model(): ModelDocument {
    const entities = this.#entities.map((_, index) => this.#entity(index));
    // Inverses last: they step aside for the members of their targets.
    this.#entities.forEach(({ idea }, index) =>
      idea.relations.forEach(({ inverse, target }, position) => {
        const relation = entities[index].relations?.[position];
        if (inverse === undefined || relation === undefined) return;
        relation.inverse = this.#target(target).members.claim(inverse);
      }),
    );
    return { entities };
  }

  #target(target: number): NamedIdea {
    return this.#entities[target % this.#entities.length];
  }

  #entity(index: number): EntityDocument {
    const { idea, name, plural, members } = this.#entities[index];
    const fields = idea.fields.map(
      (field, position): FieldDocument => ({
        ...fieldOf(
          field,
          members.claim(field.name, namesOfField),
          this.roomForRows,
        ),
        ...(idea.hasKeys ? { key: `former_field_${position}` } : {}),
      }),
    );
    const relations = idea.relations.map(relation =>
      this.#relation(index, relation),
    );
    const isEmpty = fields.length + relations.length === 0;
    return {
      name,
      ...(plural === undefined ? {} : { plural }),
      ...(idea.hasKeys ? { key: `former_entity_${index}` } : {}),
      ...idea.properties,
      fields: isEmpty ? [{ name: 'name', type: 'string' }] : fields,
      ...(relations.length > 0 ? { relations } : {}),
    };
  }

  #relation(index: number, idea: RelationIdea): RelationDocument {
    const source = this.#entities[index];
    const { kind, description } = idea;
    const isMany = kind === 'manyToMany';
    const name = source.members.claim(idea.name, candidate =>
      isMany && !this.#names.isFree(joinNames(source, candidate))
        ? undefined
        : namesOfRelation(candidate, kind),
    );
    if (isMany) this.#names.add(joinNames(source, name));
    const target = idea.target % this.#entities.length;
    const isRequired =
      !isMany && idea.required && this.#requirements.add(index, target);
    return {
      name,
      kind,
      target: this.#entities[target].name,
      ...optionsOf(idea, isRequired),
      ...(description === undefined ? {} : { description }),
    };
  }
}

/** Makes a model of ideas: what is taken, or does not go together, gives way. */
export function assemble(
  ideas: EntityIdea[],
  roomForRows: boolean,
): ModelDocument {
  return new Assembly(ideas, roomForRows).model();
}
