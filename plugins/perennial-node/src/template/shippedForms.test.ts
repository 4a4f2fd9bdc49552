import type { JsonObject } from '@backstage/types';
import { shippedTemplates } from '../__testUtils__/shippedTemplates';
import { readTemplate } from './readTemplate';

async function shipped() {
  return Promise.all(
    shippedTemplates().map(async ({ name, folder }) => {
      const { document } = await readTemplate({ folder });
      return { name, document };
    }),
  );
}

describe('the forms of the shipped templates', () => {
  it('are the same, page by page', async () => {
    const [first, ...others] = await shipped();
    expect(others.length).toBeGreaterThan(0);
    for (const { name, document } of others) {
      expect({ name, pages: document.spec.parameters }).toEqual({
        name,
        pages: first.document.spec.parameters,
      });
    }
  });

  it('lead to the same steps, but for the layers and values of the framework', async () => {
    const [first, ...others] = await shipped();
    const outline = ({ document }: typeof first) =>
      document.spec.steps.map(({ id, action, input }) => {
        const { layers, values, topics, ...rest } = input as JsonObject;
        return { id, action, rest, names: Object.keys(values ?? {}).sort() };
      });
    for (const each of others) {
      expect(outline(each)).toEqual(outline(first));
    }
  });

  it('name each choice for people, in the form and in its review', async () => {
    const [{ document }] = await shipped();
    const pages = [document.spec.parameters ?? []].flat() as JsonObject[];
    const choices = pages
      .flatMap(page => Object.values((page.properties ?? {}) as JsonObject))
      .filter((property): property is JsonObject =>
        Array.isArray((property as JsonObject).enum),
      );
    expect(choices.length).toBeGreaterThan(0);
    for (const choice of choices) {
      const names = choice.enumNames as string[];
      expect(new Set(names).size).toBe((choice.enum as string[]).length);
      expect(choice['ui:enumNames']).toEqual(names);
    }
  });
});
