import type { JsonObject, JsonValue } from '@backstage/types';
import { shippedTemplates } from '../__testUtils__/shippedTemplates';
import { readTemplate } from './readTemplate';
import type { TemplateDocument } from './types';

interface Shipped {
  name: string;
  document: TemplateDocument;
}

async function shipped(): Promise<Shipped[]> {
  return Promise.all(
    shippedTemplates().map(async ({ name, folder }) => {
      const { document } = await readTemplate({ folder });
      return { name, document };
    }),
  );
}

/** Those of REST services, which let choose who may call; a monolith has a way of its own. */
async function shippedServices(): Promise<Shipped[]> {
  const all = await shipped();
  return all.filter(({ document }) =>
    pagesOf(document).some(page => 'auth' in propertiesOf(page)),
  );
}

function pagesOf({ spec }: TemplateDocument): JsonObject[] {
  return [spec.parameters ?? []].flat() as JsonObject[];
}

function propertiesOf(page: JsonObject): JsonObject {
  return (page.properties ?? {}) as JsonObject;
}

/** Every place in which a template names its database. */
function databasesOf({ spec }: TemplateDocument): JsonValue[] {
  const found: JsonValue[] = [];
  const visit = (value: JsonValue | undefined) => {
    if (Array.isArray(value)) {
      value.forEach(visit);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (key === 'database' && member !== undefined) found.push(member);
        visit(member);
      }
    }
  };
  visit(spec as unknown as JsonObject);
  return found;
}

/** The words of PostgreSQL, so that only what is not the database's is compared. */
function withoutDatabase(pages: JsonObject[]): JsonObject[] {
  const text = JSON.stringify(pages)
    .replaceAll('"database":"mongo"', '"database":"postgres"')
    .replaceAll('its own collection', 'its own table');
  return JSON.parse(text);
}

describe('the forms of the shipped templates', () => {
  it('are the same, page by page, but for the database', async () => {
    const [first, ...others] = await shippedServices();
    expect(others.length).toBeGreaterThan(0);
    for (const { name, document } of others) {
      expect({ name, pages: withoutDatabase(pagesOf(document)) }).toEqual({
        name,
        pages: withoutDatabase(pagesOf(first.document)),
      });
    }
  });

  it('ask for a name, an owner and a repository alike, whatever they make', async () => {
    const [first, ...others] = await shipped();
    const ends = ({ document }: Shipped) => {
      const pages = pagesOf(document);
      return [pages[0], pages.at(-1)];
    };
    for (const each of others) {
      expect({ name: each.name, pages: ends(each) }).toEqual({
        name: each.name,
        pages: ends(first),
      });
    }
  });

  it('lead to the same steps, but for the layers and values of the framework', async () => {
    const [first, ...others] = await shippedServices();
    const outline = ({ document }: Shipped) =>
      document.spec.steps.map(({ id, action, input }) => {
        const { layers, values, topics, database, ...rest } =
          input as JsonObject;
        return { id, action, rest, names: Object.keys(values ?? {}).sort() };
      });
    for (const each of others) {
      expect(outline(each)).toEqual(outline(first));
    }
  });

  it('name one database in the form, in the steps and in the values', async () => {
    for (const { name, document } of await shipped()) {
      const databases = databasesOf(document);
      expect({ name, places: databases.length }).toEqual({ name, places: 4 });
      expect(new Set(databases).size).toBe(1);
    }
  });

  it('name each choice for people, in the form and in its review', async () => {
    const documents = (await shipped()).map(({ document }) => document);
    const choices = documents
      .flatMap(pagesOf)
      .flatMap(page => Object.values(propertiesOf(page)))
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
