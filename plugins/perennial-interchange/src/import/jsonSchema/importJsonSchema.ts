import { InputError } from '@backstage/errors';
import { singularName } from '@perennial/plugin-perennial-common';
import { ModelBuilder } from '../build';
import { readDocument } from '../document/readDocument';
import type { Importer } from '../importModel';
import { candidatesOf, noteOthers, thingsAmong } from '../schema/candidates';
import { EntityWriter } from '../schema/EntityWriter';
import { SchemaMerger } from '../schema/mergeSchema';
import { checkFound } from '../schema/outside';
import { SchemaSource } from '../schema/SchemaSource';
import {
  childOf,
  isObject,
  type NamedSchema,
  type SchemaNode,
  type SchemaObject,
  textOf,
} from '../schema/types';
import { unwrapped } from '../schema/unwrap';

const TITLE = 'JSON Schema';

/** What the root is called: its title, else as its address or its file. */
function rootName(schema: SchemaObject, fileName: string | undefined): string {
  const title = textOf(schema.title)?.trim();
  if (title) return title.replace(/^JSON schema for\s+/i, '');
  const [address, file] = [textOf(schema.$id ?? schema.id), fileName].map(
    (path = '') => {
      const last =
        path
          .replace(/[#?].*$/, '')
          .split(/[/:]/)
          .pop() ?? '';
      return last.replace(/\.(?:schema|json|ya?ml)\b/gi, '');
    },
  );
  return [address, file].find(name => /[a-z]{2}/i.test(name)) ?? 'Root';
}

/** What a document is about: its root, or what the root is a list of. */
function rootOf(source: SchemaSource, name: string): NamedSchema {
  const whole = source.follow(source.root) ?? source.root;
  const { items, properties } = whole.schema;
  return isObject(items) && !isObject(properties)
    ? { ...childOf(whole, 'items'), name: singularName(name) || name }
    : { ...source.root, name };
}

/** Whether a root says more than which of its definitions there are. */
function isThing({ schema }: SchemaNode): boolean {
  return isObject(schema.properties) || Array.isArray(schema.allOf);
}

function definitions(source: SchemaSource): NamedSchema[] {
  return ['$defs', 'definitions'].flatMap(keyword => {
    const holder = childOf(source.root, keyword);
    return Object.keys(holder.schema).map(name => ({
      ...childOf(holder, name),
      name,
    }));
  });
}

/** Reads a JSON Schema: its root, and the definitions that are things of their own. */
export const importJsonSchema: Importer = async source => {
  const document = readDocument(source.text, TITLE);
  if (!isObject(document.value))
    throw new InputError(
      'This is no JSON Schema: it is no object. Choose another format, or another file.',
    );
  const schemas = new SchemaSource(
    { schema: document.value, pointer: [] },
    document,
  );
  const builder = new ModelBuilder({
    words: { entity: 'schema', field: 'property' },
    database: source.database,
  });
  const root = rootOf(schemas, rootName(document.value, source.fileName));
  const merger = new SchemaMerger(schemas);
  const candidates = candidatesOf(merger, [
    ...(isThing(root) ? [root] : []),
    ...definitions(schemas),
  ]);
  // A root without any schema beside it is what the document is about.
  if (candidates.length === 0) candidates.push(...candidatesOf(merger, [root]));
  // A root may be nothing but a reference to a definition.
  const roots = unwrapped(schemas, root).map(SchemaSource.key);
  const things = thingsAmong(schemas, candidates, ({ key }) =>
    roots.includes(key),
  );
  checkFound(schemas, TITLE, things);
  noteOthers(
    schemas,
    builder,
    candidates.filter(candidate => !things.includes(candidate)),
    things,
  );
  new EntityWriter(schemas, builder).write(
    things.map(({ schema }) => ({ schema, name: schema.name, variants: [] })),
  );
  return builder.build();
};
