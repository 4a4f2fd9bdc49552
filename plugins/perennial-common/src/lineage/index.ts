export * from './lineage';
export * from './types';
