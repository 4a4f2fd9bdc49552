export * from './types';
export { FREE_TEXT_PATTERN, PLAIN_KEY_PATTERN } from './fieldSchema';
