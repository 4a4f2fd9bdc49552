export { importJsonSchema } from './importJsonSchema';
