export * from './repositoryPublish';
