export * from './pullRequestPublish';
