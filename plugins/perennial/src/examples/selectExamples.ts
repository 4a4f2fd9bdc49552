import type { ModelDesignerUiOptions } from '../components/ModelDesigner/schema';
import { bundledExamples } from './bundledExamples';
import type { ExampleModel } from './types';

/**
 * The examples that a template offers: all bundled ones where it does not say.
 * A name that this version does not bundle is left out, so that a template
 * written for a newer one still works.
 */
export function selectExamples(
  wanted: ModelDesignerUiOptions['examples'],
): ExampleModel[] {
  if (!wanted) {
    return bundledExamples;
  }
  return wanted.flatMap((item, index) => {
    if (typeof item !== 'string') {
      return [{ ...item, name: `template-${index}` }];
    }
    return bundledExamples.filter(example => example.name === item);
  });
}
