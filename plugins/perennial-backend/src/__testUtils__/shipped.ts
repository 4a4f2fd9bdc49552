import fs from 'node:fs';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { parseModel } from '@perennial/plugin-perennial-common';
import { parse } from 'yaml';

// Tests run from their sources only.
// eslint-disable-next-line no-restricted-syntax
const ROOT = path.resolve(__dirname, '../../../..');

/** Folder of the templates of this repository. */
export const TEMPLATES = path.join(ROOT, 'templates');

/** Names of the templates of this repository. */
export const NAMES = fs
  .readdirSync(TEMPLATES)
  .filter(name => fs.existsSync(path.join(TEMPLATES, name, 'template.yaml')))
  .sort();

/** A template as the catalog has it when its location is a file, or what is given. */
export function templateEntity(
  file: string,
  location = `file:${file}`,
): Entity {
  const entity = parse(fs.readFileSync(file, 'utf8')) as Entity;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace: 'default',
      annotations: {
        ...entity.metadata.annotations,
        'backstage.io/managed-by-location': location,
      },
    },
  };
}

/** The templates of this repository as the example portal has them. */
export const SHIPPED = NAMES.map(name =>
  templateEntity(path.join(TEMPLATES, name, 'template.yaml')),
);

/** A model of this repository. */
export function shippedModel(name: 'product' | 'shop'): JsonObject {
  const file = path.join(ROOT, 'examples', 'models', `${name}.yaml`);
  return parseModel(fs.readFileSync(file, 'utf8')) as unknown as JsonObject;
}
