export { lineageOf, stringifyLineage } from './lineage';
