export { importJdl } from './importJdl';
