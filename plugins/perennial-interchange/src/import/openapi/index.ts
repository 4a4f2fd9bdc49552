export { importOpenApi } from './importOpenApi';
