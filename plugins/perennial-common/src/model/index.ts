export * from './limits';
export {
  FIELD_NAME_PATTERN,
  FIELD_TYPES,
  fieldSchema,
  itemsSchema,
  plainFieldSchema,
  valueSchema,
} from './fieldSchema';
export {
  ENTITY_NAME_PATTERN,
  entitySchema,
  modelSchema,
  relationSchema,
} from './schema';
export * from './types';
export * from './jsonSchema';
export * from './parseModel';
