export { bundledExamples } from './bundledExamples';
export { selectExamples } from './selectExamples';
export type { ExampleModel } from './types';
