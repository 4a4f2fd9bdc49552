export { completeAnswers } from './completeAnswers';
export { evaluateTemplate, type EvaluateOptions } from './evaluateTemplate';
export { modelParameter } from './form';
export { checkParameters } from './parameters';
export { planRender } from './planRender';
export { readTemplate } from './readTemplate';
export { resolveLayers } from './resolveLayers';
export type {
  LayerInput,
  RenderPlan,
  RenderRequest,
  ResolvedInput,
  StepOutputs,
  Template,
  TemplateDocument,
  TemplateStep,
} from './types';
