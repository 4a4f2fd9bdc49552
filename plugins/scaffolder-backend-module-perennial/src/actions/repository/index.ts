export * from './repositoryFetch';
export * from './repositoryPublish';
