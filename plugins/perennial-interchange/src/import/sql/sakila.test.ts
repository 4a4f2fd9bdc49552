import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type RelationDocument } from '@perennial/plugin-perennial-common';
import { importModel } from '../importModel';

const text = readFileSync(
  resolve(__dirname, '../__fixtures__/sakila.sql'),
  'utf8',
);

function arrow({ name, kind, target, required }: RelationDocument): string {
  return `${name}: ${kind} ${target}${required ? '!' : ''}`;
}

describe('a dump of Sakila', () => {
  it('becomes its entities and relations', async () => {
    const { model } = await importModel({ format: 'sql', text });
    expect(
      Object.fromEntries(
        model.entities.map(({ name, relations = [] }) => [
          name,
          relations.map(arrow),
        ]),
      ),
    ).toEqual({
      Actor: ['films: manyToMany Film'],
      Address: ['city: manyToOne City!'],
      Category: [],
      City: ['country: manyToOne Country!'],
      Country: [],
      Customer: ['address: manyToOne Address!', 'store: manyToOne Store!'],
      Film: [
        'language: manyToOne Language!',
        'original_language: manyToOne Language',
        'categories: manyToMany Category',
      ],
      Inventory: ['film: manyToOne Film!', 'store: manyToOne Store!'],
      Language: [],
      Payment: [
        'customer: manyToOne Customer!',
        'rental: manyToOne Rental!',
        'staff: manyToOne Staff!',
      ],
      Rental: [
        'customer: manyToOne Customer!',
        'inventory: manyToOne Inventory!',
        'staff: manyToOne Staff!',
      ],
      Staff: ['address: manyToOne Address!', 'store: manyToOne Store'],
      Store: ['address: manyToOne Address!', 'manager_staff: oneToOne Staff!'],
    });
  });

  it('keeps what its columns say', async () => {
    const { model } = await importModel({ format: 'sql', text });
    const film = model.entities.find(({ name }) => name === 'Film');
    expect(film).toMatchObject({
      description: 'What can be rented; a copy of it is in the inventory.',
      id: 'integer',
    });
    expect(film?.fields).toEqual([
      {
        name: 'title',
        type: 'string',
        required: true,
        index: true,
        maxLength: 255,
      },
      { name: 'description', type: 'text' },
      { name: 'release_year', type: 'integer', minimum: 1901, maximum: 2155 },
      {
        name: 'rental_duration',
        type: 'integer',
        required: true,
        default: 3,
        minimum: -32768,
        maximum: 32767,
      },
      {
        name: 'rental_rate',
        description: 'For rental_duration days',
        type: 'decimal',
        required: true,
        default: '4.99',
        precision: 4,
        scale: 2,
      },
      { name: 'length', type: 'integer', minimum: 1, maximum: 32767 },
      {
        name: 'replacement_cost',
        type: 'decimal',
        required: true,
        default: '19.99',
        precision: 5,
        scale: 2,
      },
      {
        name: 'rating',
        type: 'enum',
        values: ['G', 'PG', 'PG-13', 'R', 'NC-17'],
        default: 'G',
      },
      { name: 'special_features', type: 'array', items: { type: 'text' } },
    ]);
  });

  it('says what became of the rest, in its order', async () => {
    const { notes } = await importModel({ format: 'sql', text });
    const lines = notes.map(({ line }) => line ?? Infinity);
    expect(lines).toEqual([...lines].sort((left, right) => left - right));
    expect(notes.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'function last_updated',
        'table actor, column last_update',
        'table film, column fulltext',
        'table film_actor',
        'view film_list',
        'table payment',
        'table payment_p2022_01',
        'table staff',
        'table staff, column picture',
        'table rental',
        'trigger last_updated',
      ]),
    );
  });
});
