import fc from 'fast-check';
import { readText } from '../../../draft/readText';
import { entitiesOf } from '../../../draft/readDraft';
import type { JsonObject } from '../../../draft/types';
import { buildGraph } from './buildGraph';

const graphOf = (entities: JsonObject[]) =>
  buildGraph(
    entities,
    entities.map((_, index) => `e${index}`),
  );

describe('buildGraph', () => {
  it('finds targets as the validation does, whatever their spelling', () => {
    const { relations, ghosts } = graphOf([
      { name: 'OrderLine', relations: [{ name: 'a', target: 'order item' }] },
      { name: 'order_item', relations: [{ name: 'b', target: 'OrderLine' }] },
    ]);
    expect(relations.map(({ source, target }) => [source, target])).toEqual([
      ['e0', 'e1'],
      ['e1', 'e0'],
    ]);
    expect(ghosts).toEqual([]);
  });

  it('has one ghost for all relations to one missing entity', () => {
    const { relations, ghosts } = graphOf([
      {
        name: 'A',
        relations: [{ target: 'Nobody' }, { target: 'nobody' }, {}],
      },
    ]);
    expect(ghosts.map(({ name }) => name)).toEqual(['Nobody', '']);
    expect(relations.every(({ isDangling }) => isDangling)).toBe(true);
  });

  it('draws a part of what is too much, and says how much is left out', () => {
    const entities = Array.from({ length: 510 }, (_, index) => ({
      name: `E${index}`,
      relations: Array.from({ length: 10 }, () => ({ target: 'E0' })),
    }));
    const graph = graphOf(entities);
    expect(graph.entities).toHaveLength(500);
    expect(graph.relations).toHaveLength(2_000);
    expect(graph.leftOut).toEqual({ entities: 10, relations: 3_000 });
  });

  it('keeps the face of an entity while that is the same', () => {
    const entity = { name: 'A' };
    expect(graphOf([entity]).entities[0].face).toBe(
      graphOf([{ name: 'B' }, entity]).entities[1].face,
    );
  });

  it('stands anything that a text can say', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), items => {
        const text = JSON.stringify({ entities: items });
        const entities = entitiesOf(readText(text).model ?? {});
        const graph = graphOf(entities);
        const ids = new Set(
          [...graph.entities, ...graph.ghosts].map(({ id }) => id),
        );
        expect(graph.entities).toHaveLength(items.length);
        graph.relations.forEach(({ source, target }) => {
          expect(ids).toContain(source);
          expect(ids).toContain(target);
        });
      }),
    );
  });
});
