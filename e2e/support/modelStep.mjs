import { ModelDesigner } from './pages/ModelDesigner.mjs';
import { TemplateForm } from './pages/TemplateForm.mjs';

/** What the first step asks for; a service that a scenario need not make. */
const SERVICE = {
  name: 'never-made',
  description: 'Never gets made.',
  owner: 'Storefront',
  system: 'shop',
};

/**
 * Chooses a template and goes to the step with its model.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ template?: string, service?: Partial<typeof SERVICE> }} [options]
 */
export async function openModelStep(page, options = {}) {
  const { template = 'Express service on PostgreSQL', service } = options;
  await TemplateForm.openList(page);
  await TemplateForm.choose(page, template);
  return fillUpToModel(page, service);
}

/**
 * Goes to the model from the first step, where a form starts again after a
 * reload.
 *
 * @param {import('playwright-core').Page} page
 * @param {Partial<typeof SERVICE>} [service]
 */
export async function fillUpToModel(page, service) {
  const form = new TemplateForm(page);
  await form.waitForStep('Name');
  await form.describeService({ ...SERVICE, ...service });
  await form.next();
  await form.passOptions();
  const designer = new ModelDesigner(page);
  await designer.waitUntilReady();
  return { form, designer };
}
