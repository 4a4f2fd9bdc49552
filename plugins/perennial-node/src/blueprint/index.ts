export { registerBlueprint } from './registerBlueprint';
export type { BlueprintOptions, BlueprintRegistration } from './types';
