import {
  type ModelDocument,
  type ResolvedModel,
  nameForms,
  resolveModel,
} from '@perennial/plugin-perennial-common';
import { validModels } from '@perennial/plugin-perennial-test-utils';
import fc from 'fast-check';
import { exampleModels } from '../../__testUtils__/exampleModels';
import { writeMermaid } from './writeMermaid';

interface Diagram {
  getEntities(): Map<
    string,
    {
      attributes: {
        type: string;
        name: string;
        keys: string[];
        comment: string;
      }[];
    }
  >;
  getRelationships(): {
    entityA: string;
    entityB: string;
    roleA: string;
    relSpec: { cardA: string; relType: string; cardB: string };
  }[];
}

interface Mermaid {
  parse(text: string): Promise<unknown>;
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: Diagram }> };
}

// Its types bring those of another environment with them.
const { default: mermaid } = jest.requireActual<{ default: Mermaid }>(
  'mermaid',
);

/** What Mermaid makes of a text, with its codes read back. */
async function readDiagram(text: string) {
  // The parser keeps codes under marks of its own until it draws.
  const decode = (encoded: string) =>
    encoded
      .replace(/ﬂ°quot¶ß/g, '"')
      .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(Number(code)));
  await mermaid.parse(text);
  const { db: diagram } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nameOf = (id: string) => id.replace(/^entity-|-\d+$/g, '');
  return {
    entities: [...diagram.getEntities()].map(([name, { attributes }]) => ({
      name,
      attributes: attributes.map(({ comment, ...attribute }) => ({
        ...attribute,
        comment: decode(comment),
      })),
    })),
    relations: diagram
      .getRelationships()
      .map(({ entityA, entityB, roleA, relSpec }) => ({
        target: nameOf(entityA),
        source: nameOf(entityB),
        label: decode(roleA),
        ends: [relSpec.cardB, relSpec.cardA],
      })),
  };
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

function attributeName(name: string): string {
  return /^[pfu]k$/i.test(name) ? `${name}_` : name;
}

function expectedDiagram({ entities }: ResolvedModel) {
  const pascal = (name: string) => nameForms(name).pascal;
  return {
    entities: entities.map(entity => ({
      name: pascal(entity.name),
      attributes: [
        { name: 'id', keys: ['PK'], comment: '' },
        ...entity.fields.map(field => ({
          name: attributeName(field.name),
          keys: field.unique ? ['UK'] : [],
          comment: oneLine(field.description),
        })),
        ...entity.relations
          .filter(({ join }) => join === undefined)
          .map(relation => ({
            name: relation.wireName,
            keys: relation.unique ? ['FK', 'UK'] : ['FK'],
            comment: oneLine(relation.description),
          })),
      ].map(attribute => ({ ...attribute, type: expect.any(String) })),
    })),
    relations: entities.flatMap(entity =>
      entity.relations.map(({ target, name, kind, required }) => ({
        target: pascal(target.name),
        source: pascal(entity.name),
        label: name,
        ends: {
          manyToMany: ['ZERO_OR_MORE', 'ZERO_OR_MORE'],
          manyToOne: [required ? 'ONLY_ONE' : 'ZERO_OR_ONE', 'ZERO_OR_MORE'],
          oneToOne: [required ? 'ONLY_ONE' : 'ZERO_OR_ONE', 'ZERO_OR_ONE'],
        }[kind],
      })),
    ),
  };
}

async function expectTold(document: ModelDocument) {
  const model = resolveModel(document);
  expect(await readDiagram(writeMermaid(model))).toEqual(
    expectedDiagram(model),
  );
}

describe('writeMermaid', () => {
  it('writes types, keys, descriptions and relations', () => {
    const model = resolveModel(exampleModels().library);
    const [author] = writeMermaid(model).split('    }\n');
    expect(author).toMatchInlineSnapshot(`
      "erDiagram
          "Author" {
              uuid id PK
              string name "Family name first, as on the spine: #quot;Le Guin, Ursula K.#quot;"
              date bornOn "Date of birth, where it is known."
              uri website "Page of the author or of the estate."
      "
    `);
  });

  it.each(Object.keys(exampleModels()))(
    'tells Mermaid everything of the example %s',
    name => expectTold(exampleModels()[name]),
  );

  it.each([
    'ends "here" } erDiagram',
    '%%{init: {"theme": "dark"}}%%',
    '%% a comment\n%% and another',
    'style a:b #c;',
    'classDef x:#fff;',
    '---\ntitle: no\n---',
    'a~b ~ c~',
    '#quot; #35; &lt;b&gt; <script>alert(1)</script>',
    'direction TB',
    'accTitle: none',
    '\\ ` backslash\u2028line',
    '__proto__',
  ])('keeps the description %j what it is', description =>
    expectTold({
      entities: [
        {
          name: 'Direction tb',
          description,
          fields: ['style', 'uk', 'one', 'end'].map(name => ({
            name,
            type: 'string',
            description,
          })),
          relations: [
            {
              name: 'many',
              kind: 'manyToOne',
              target: 'Direction tb',
              description,
            },
          ],
        },
      ],
    }),
  );

  it('tells Mermaid everything of any model', async () => {
    const law = fc.asyncProperty(validModels(), expectTold);
    await fc.assert(law, { numRuns: 100 });
  });
});
