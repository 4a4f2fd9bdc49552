export * from './modelResolve';
