export { importCsv } from './importCsv';
