export { importPrisma } from './importPrisma';
