export * from './blueprint';
export * from './model';
export * from './pullRequest';
export * from './repository';
export * from './service';
