export * from './openApiDocument';
export * from './types';
