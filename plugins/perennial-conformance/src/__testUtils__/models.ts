import {
  openApiDocument,
  parseModel,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import type {
  JsonObject,
  ResolvedField,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';

/** Every type, every kind of relation, every delete rule; small enough to run often. */
export const LIBRARY = `
entities:
  - name: Author
    id: integer
    fields:
      - { name: name, type: string, required: true, maxLength: 60, searchable: true, index: true }
      - { name: code, type: string, unique: true, maxLength: 20, pattern: '^[A-Z]{2}-[0-9]+$' }
  - name: Genre
    timestamps: false
    fields:
      - { name: label, type: string, required: true, unique: true, minLength: 3, maxLength: 40 }
  - name: Book
    fields:
      - { name: title, type: string, required: true, searchable: true }
      - { name: summary, type: text, maxLength: 2000, searchable: true }
      - { name: pages, type: integer, minimum: 1, maximum: 20000, index: true, default: 100 }
      - { name: copies, type: bigInteger, index: true }
      - { name: weight, type: number, minimum: 0, index: true }
      - { name: price, type: decimal, precision: 12, scale: 2, minimum: 0, required: true, index: true }
      - { name: lent, type: boolean, default: false, index: true }
      - { name: published, type: date, index: true }
      - { name: opens, type: time, index: true }
      - { name: seen, type: dateTime, index: true }
      - { name: ref, type: uuid, unique: true }
      - { name: contact, type: email }
      - { name: site, type: uri }
      - { name: status, type: enum, values: [draft, active, retired], default: draft, index: true }
      - { name: extra, type: json }
      - { name: tags, type: array, maxItems: 5, items: { type: string, maxLength: 20 } }
      - name: size
        type: object
        fields:
          - { name: width, type: number, required: true }
          - { name: height, type: number }
    relations:
      - { name: author, kind: manyToOne, target: Author, required: true, onDelete: restrict }
      - { name: editor, kind: manyToOne, target: Author, onDelete: setNull }
      - { name: sequel, kind: oneToOne, target: Book, onDelete: setNull }
      - { name: genres, kind: manyToMany, target: Genre }
  - name: Page
    softDelete: true
    fields:
      - { name: number, type: integer, required: true, unique: true }
    relations:
      - { name: book, kind: manyToOne, target: Book, required: true, onDelete: cascade }
`;

/** An owned entity beside one that is not. */
export const NOTES = `
entities:
  - name: Note
    owned: true
    fields:
      - { name: text, type: string, required: true, index: true }
  - name: Comment
    fields:
      - { name: text, type: string, required: true }
    relations:
      - { name: note, kind: manyToOne, target: Note, required: true, onDelete: cascade }
`;

/** A model out of its text, after a change to the text. */
export function modelFrom(
  text: string,
  ...changes: [string, string][]
): ResolvedModel {
  const changed = changes.reduce((result, [before, after]) => {
    if (!result.includes(before)) {
      throw new Error(`The model has no "${before}"`);
    }
    return result.replace(before, after);
  }, text);
  return resolveModel(parseModel(changed));
}

/** The OpenAPI document of a model. */
export function documentOf(model: ResolvedModel): JsonObject {
  return openApiDocument(model, {
    name: 'reference',
    title: 'Reference',
    description: 'A service in memory.',
    version: '1.0.0',
    auth: model.hasOwned ? 'jwt' : 'none',
  });
}

/** A resolved field of any constraints. */
export function fieldOf(constraints: Record<string, unknown>): ResolvedField {
  const model = resolveModel(
    parseModel({
      entities: [
        { name: 'Thing', fields: [{ name: 'value', ...constraints }] },
      ],
    }),
  );
  return model.entities[0].fields[0];
}
