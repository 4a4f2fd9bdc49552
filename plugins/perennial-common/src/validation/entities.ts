import { NAME_LENGTH } from '../model/fieldSchema';
import { MAX_IDENTIFIER_BYTES } from '../model/limits';
import type { EntityDocument, ModelDocument } from '../model/types';
import { entityNames } from '../naming/identifiers';
import { BUILT_IN_FIELDS, REFUSED_NAMES } from '../naming/reserved';
import { nameForms, normaliseName } from '../naming/words';
import { relationTables } from '../resolve/relation';
import { relationWireName } from '../resolve/wireNames';
import type { Pointer, ProblemList } from './problems';
import { Registry } from './Registry';

/** Refused in every spelling. */
const refusedWords = new Set(['constructor', 'prototype']);

/** Reports a name that every object of JavaScript has already. */
export function checkRefused(
  name: string,
  pointer: Pointer,
  problems: ProblemList,
): void {
  if (REFUSED_NAMES.includes(name) || refusedWords.has(normaliseName(name))) {
    problems.add(
      pointer,
      `"${name}" cannot be a name: it means something else in JavaScript.`,
      'Rename it.',
    );
  }
}

/** Reports a name whose key, which is its snake case at first, would be too long for one. */
export function checkKeyLength(
  name: string,
  pointer: Pointer,
  problems: ProblemList,
): void {
  const { snake } = nameForms(name);
  if (snake.length <= NAME_LENGTH) return;
  problems.add(
    pointer,
    `The key of "${name}" would be ${snake}, which is over ${NAME_LENGTH} characters.`,
    'Shorten the name.',
  );
}

function checkTable(
  entity: EntityDocument,
  table: string,
  pointer: Pointer,
  problems: ProblemList,
): void {
  if (table.length > MAX_IDENTIFIER_BYTES) {
    problems.add(
      pointer,
      `The table of "${entity.name}" would be called ${table}, which is over PostgreSQL's ${MAX_IDENTIFIER_BYTES} bytes.`,
      'Shorten the name, or set a shorter plural.',
    );
  }
  if (table.startsWith('pg_')) {
    problems.add(
      pointer,
      `The table of "${entity.name}" would be called ${table}; PostgreSQL keeps pg_ for itself.`,
      'Rename it.',
    );
  }
}

/** Checks the names of entities against each other. */
export function checkEntityNames(
  document: ModelDocument,
  problems: ProblemList,
): void {
  const names = new Registry(problems);
  const keys = new Registry(problems, key => key);
  const tables = new Registry(problems, table => table);
  document.entities.forEach((entity, index) => {
    const at: Pointer = ['entities', index];
    const place: Pointer = [
      ...at,
      entity.plural === undefined ? 'name' : 'plural',
    ];
    checkRefused(entity.name, [...at, 'name'], problems);
    checkKeyLength(entity.name, [...at, 'name'], problems);
    if (entity.plural !== undefined)
      checkRefused(entity.plural, place, problems);
    const forms = entityNames(entity.name, entity.plural);
    checkTable(entity, forms.table, place, problems);
    const isFree = names.claim(
      entity.name,
      `the entity "${entity.name}"`,
      [...at, 'name'],
      'Rename one of them.',
    );
    if (!isFree) return;
    if (normaliseName(forms.pascal) !== normaliseName(entity.name)) {
      names.claim(
        forms.pascal,
        `the name of the entity "${entity.name}" in code (${forms.pascal})`,
        [...at, 'name'],
        'Rename one of them.',
      );
    }
    const label = `the plural of "${entity.name}" (${forms.table})`;
    const isPluralFree = names.claim(
      forms.plural.pascal,
      label,
      place,
      'Set plural to another word, or rename one of them.',
    );
    if (isPluralFree) {
      tables.claim(forms.table, label, place, 'Set plural to another word.');
    }
    const key = entity.key ?? nameForms(entity.name).snake;
    keys.claim(
      key,
      `the key "${key}"`,
      [...at, 'key'],
      'Give one of them another key.',
    );
  });
  document.entities.forEach((entity, index) => {
    const forms = entityNames(entity.name, entity.plural);
    (entity.relations ?? []).forEach((relation, position) => {
      const { join } = relationTables(forms, relation);
      if (join === undefined) return;
      const place: Pointer = ['entities', index, 'relations', position, 'name'];
      tables.claim(
        join.table,
        `the join table ${join.table}`,
        place,
        'Rename the relation.',
      );
      names.claim(
        join.pascal,
        `the join table's name in code (${join.pascal})`,
        place,
        'Rename the relation.',
      );
    });
  });
}

function checkColumn(
  name: string,
  column: string,
  pointer: Pointer,
  problems: ProblemList,
): void {
  if (column.length > MAX_IDENTIFIER_BYTES) {
    problems.add(
      pointer,
      `The column of "${name}" would be called ${column}, which is over PostgreSQL's ${MAX_IDENTIFIER_BYTES} bytes.`,
      'Shorten the name.',
    );
  }
}

/** Checks the names of an entity's fields and relations against each other. */
export function checkMemberNames(
  entity: EntityDocument,
  at: Pointer,
  problems: ProblemList,
): void {
  const names = new Registry(problems);
  const keys = new Registry(problems, key => key);
  for (const name of BUILT_IN_FIELDS)
    names.reserve(name, `the built-in ${name}`);
  (entity.fields ?? []).forEach((field, index) => {
    const place: Pointer = [...at, 'fields', index];
    checkRefused(field.name, [...place, 'name'], problems);
    const isFree = names.claim(
      field.name,
      `the field "${field.name}"`,
      [...place, 'name'],
      'Rename one of them.',
    );
    const snake = nameForms(field.name).snake;
    checkColumn(field.name, `${snake}_`, [...place, 'name'], problems);
    if (isFree)
      keys.claim(
        field.key ?? snake,
        `the key "${field.key ?? snake}"`,
        [...place, 'key'],
        'Give one of them another key.',
      );
  });
  (entity.relations ?? []).forEach((relation, index) => {
    const place: Pointer = [...at, 'relations', index];
    checkRefused(relation.name, [...place, 'name'], problems);
    const wireName = relationWireName(relation);
    const label = `the relation "${relation.name}"`;
    const isFree = names.claim(
      relation.name,
      label,
      [...place, 'name'],
      'Rename one of them.',
    );
    checkColumn(
      relation.name,
      nameForms(wireName).snake,
      [...place, 'name'],
      problems,
    );
    if (!isFree) return;
    if (normaliseName(wireName) !== normaliseName(relation.name)) {
      names.claim(
        wireName,
        `the name of the relation "${relation.name}" on the wire (${wireName})`,
        [...place, 'name'],
        'Rename the relation or the other.',
      );
    }
    const key = relation.key ?? nameForms(relation.name).snake;
    keys.claim(
      key,
      `the key "${key}"`,
      [...place, 'key'],
      'Give one of them another key.',
    );
  });
}
