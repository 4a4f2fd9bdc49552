export * from './limits';
export {
  ENTITY_NAME_PATTERN,
  entitySchema,
  FIELD_NAME_PATTERN,
  FIELD_TYPES,
  fieldSchema,
  itemsSchema,
  modelSchema,
  relationSchema,
} from './schema';
export * from './types';
export * from './jsonSchema';
export * from './parseModel';
