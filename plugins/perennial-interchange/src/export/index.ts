export * from './types';
export * from './formats';
export * from './exportModel';
