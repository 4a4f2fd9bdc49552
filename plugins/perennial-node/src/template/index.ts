export { checkParameters } from './parameters';
export { planRender } from './planRender';
export { readTemplate } from './readTemplate';
export { resolveLayers } from './resolveLayers';
export type {
  LayerInput,
  RenderPlan,
  ResolvedInput,
  Template,
  TemplateDocument,
  TemplateStep,
} from './types';
