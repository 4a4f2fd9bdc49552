import { InputError } from '@backstage/errors';
import { upgrade } from '@scalar/openapi-parser';
import { ModelBuilder } from '../build';
import { readDocument } from '../document/readDocument';
import type { Importer } from '../importModel';
import { EntityWriter } from '../schema/EntityWriter';
import { checkFound } from '../schema/outside';
import { SchemaSource } from '../schema/SchemaSource';
import { isObject } from '../schema/types';
import { chooseEntities } from './chooseEntities';
import { versionOf } from './operations';

const TITLE = 'OpenAPI';

/** The document in version 3.1, whose schemas are those of JSON Schema. */
function upgraded(value: unknown) {
  const version = versionOf(value);
  if (!isObject(value) || version === undefined)
    throw new InputError(
      'This is no OpenAPI document: it says neither "openapi" nor "swagger" at its top. Choose another format, or another file.',
    );
  if (!/^(?:2\.0|3\.\d)/.test(version))
    throw new InputError(
      `OpenAPI ${version.slice(
        0,
        20,
      )} is not known here. Use a document of 2.0, 3.0 or 3.1.`,
    );
  const { specification } = upgrade(value);
  return isObject(specification) ? specification : value;
}

/** Reads an OpenAPI document. Nothing that it refers to is fetched. */
export const importOpenApi: Importer = async ({ text, database }) => {
  const document = readDocument(text, TITLE);
  // The upgrade takes the word away.
  const isSwagger = isObject(document.value) && 'swagger' in document.value;
  const schema = upgraded(document.value);
  const source = new SchemaSource(
    { schema, pointer: [] },
    {
      value: schema,
      // The schemas of Swagger have moved with the upgrade, and their lines have not.
      lineOf: pointer =>
        document.lineOf(
          isSwagger ? ['definitions', ...pointer.slice(2)] : pointer,
        ),
    },
  );
  const builder = new ModelBuilder({
    words: { entity: 'schema', field: 'property' },
    database,
  });
  const plans = chooseEntities(source, builder);
  checkFound(source, TITLE, plans);
  new EntityWriter(source, builder).write(plans);
  return builder.build();
};
