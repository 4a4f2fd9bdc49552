import { z } from 'zod';
import type { JsonSchema, JsonValue } from '../wire/types';
import { modelSchema } from './schema';

/**
 * JSON Schema of a model document, for editors. What it cannot say (targets
 * exist, bounds do not cross, …) `validateModel` checks.
 *
 * @public
 */
export const modelJsonSchema: JsonSchema = /* #__PURE__ */ (() => {
  const schema = z.toJSONSchema(modelSchema, { io: 'input' });
  return JSON.parse(JSON.stringify(schema)) as { [key: string]: JsonValue };
})();
