export * from './serviceRender';
