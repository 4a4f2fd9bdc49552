import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** The model, as the form hands it over, as `model.yaml`, or as JSON. */
export const modelInput = (z: Zod) =>
  z.union(
    [
      z.object({}).passthrough(),
      z.string({ description: 'The text of a model.yaml' }),
    ],
    {
      description:
        'The data model: an object with `entities`, or the same as YAML or JSON text',
    },
  );

/** The kind of database that the service keeps its data in. */
export const databaseInput = (z: Zod) =>
  z.enum(['postgres', 'mongo'], {
    description:
      'Database of the service; it decides which id types and names are possible',
  });
