export * from './types';
export { API_BASE } from './build';
export * from './resolvedNames';
export * from './resolveModel';
export { relationWireName } from './wireNames';
