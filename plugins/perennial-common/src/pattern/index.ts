export * from './parse';
export * from './print';
export * from './sample';
export * from './types';
export * from './cost';
