import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  type ModelDocument,
  parseModel,
} from '@perennial/plugin-perennial-common';

const FOLDER = resolve(__dirname, '../../../../examples/models');

/** The models of examples/models, by name. */
export function exampleModels(): Record<string, ModelDocument> {
  return Object.fromEntries(
    readdirSync(FOLDER)
      .filter(file => file.endsWith('.yaml'))
      .map(file => [
        basename(file, '.yaml'),
        parseModel(readFileSync(join(FOLDER, file), 'utf8')),
      ]),
  );
}
