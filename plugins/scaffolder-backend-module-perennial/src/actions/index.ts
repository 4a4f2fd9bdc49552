export * from './model';
export * from './repository';
export * from './service';
