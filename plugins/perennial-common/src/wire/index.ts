export * from './types';
export { FREE_TEXT_PATTERN } from './fieldSchema';
