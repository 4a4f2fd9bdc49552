export * from './blueprintRegister';
