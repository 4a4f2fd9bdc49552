export * from './types';
export { API_BASE } from './build';
export * from './resolveModel';
