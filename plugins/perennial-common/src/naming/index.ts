export * from './comment';
export * from './identifiers';
export * from './plural';
export * from './reserved';
export * from './words';
