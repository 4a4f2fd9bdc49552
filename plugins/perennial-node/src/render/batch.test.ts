import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import {
  makeEntity,
  makeField,
  makeModel,
} from '../__testUtils__/resolvedModel';
import { RenderContexts } from './RenderContexts';
import { SkeletonRenderer } from './SkeletonRenderer';
import type { WhitespaceOptions } from './types';

const entities = [
  makeEntity('Product', {
    fields: [makeField('sku'), makeField('price', { required: true })],
  }),
  makeEntity('Category', { fields: [], owned: true }),
  makeEntity('Tag', { description: 'a "text"\nwith lines' }),
];
const BOTH: WhitespaceOptions = { trimBlocks: true, lstripBlocks: true };

/** Renders in one go, and one by one. */
function renderBoth(text: string, whitespace: WhitespaceOptions = BOTH) {
  const renderer = new SkeletonRenderer(whitespace);
  const contexts = new RenderContexts(renderer, {
    model: makeModel(entities),
    values: { name: 'shop', list: [1, 2] },
    modelYaml: '',
    openApi: () => '{}',
  });
  const batch = renderer.renderBatch(
    text,
    contexts.forBatch(entities),
    [0, 1, 2],
  );
  const single = () =>
    entities.map(entity =>
      renderer.renderFile(text, contexts.forEntity(entity), { label: 'test' }),
    );
  return { batch, single };
}

const BATCHED: [what: string, text: string][] = [
  ['an expression', '${{ entity.pascal }}'],
  ['no expression', 'text\n'],
  ['nothing', ''],
  [
    'a block at the start',
    '  {% if entity.owned %}\n  owned\n  {% endif %}\nend\n',
  ],
  ['a line break at the start', '\n\n${{ entity.name }}'],
  ['a tag that trims before it', '  \n {%- if true %} x{% endif %}'],
  ['a tag that trims after it', '{% if true -%}\n\n  x {%- endif -%}  \n'],
  ['a block at the end', 'x\n{% if true %}y{% endif %}'],
  ['a block at the end with a line break', 'x\n{% if true %}y{% endif %}\n'],
  ['two line breaks at the end', '{% if true %}y{% endif %}\n\n'],
  [
    'loops and the shared context',
    '{% for field in entity.fields %}\n${{ loop.index }} ${{ field.name }} ${{ values.name }}\n{% else %}\nnone\n{% endfor %}',
  ],
  ['a variable', '{% set x = entity.name | upper %}\n${{ x }}'],
  [
    'a variable that a loop changes',
    '{% set found = false %}{% for field in entity.fields %}{% if field.required %}{% set found = true %}{% endif %}{% endfor %}${{ found }}',
  ],
  [
    'a variable that only some set',
    '{% if entity.owned %}{% set only = "mine" %}{% endif %}<${{ only }}>',
  ],
  [
    'a variable in a loop',
    '{% for field in entity.fields %}{% set last = field.name %}{% endfor %}<${{ last }}>',
  ],
  ['a comment', '{# one\n two #}\n${{ entity.name }}'],
  ['raw text', '{% raw %}${{ entity.name }}{% endraw %}\n'],
  [
    'a macro',
    '{% macro f(x) %}[${{ x }}]{% endmacro %}\n${{ f(entity.name) }}',
  ],
  [
    'macros that call each other',
    '{# head #}\n{% macro f(x) -%}\n {% set y = x %}${{ y }}\n{%- endmacro %}\n\n{% macro g(x) %}${{ f(x) }}!{% endmacro %}\n  {% if true %}\n${{ g(entity.name) }}\n  {% endif %}\n',
  ],
  [
    'a macro that trims after it',
    '{% macro f(x) %}${{ x }}{% endmacro -%}\n\n  {% set y = 1 %}\n${{ f(y) }}',
  ],
  [
    'a macro with a variable that the file has, too',
    '{% macro f(x) %}{% set y = x %}${{ y }}{% endmacro %}\n{% set y = 2 %}${{ f(1) }}${{ y }}',
  ],
  [
    'a macro that reads the shared context',
    '{% macro f() %}${{ values.name }}${{ model.entities.length }}{% endmacro %}\n${{ f() }}',
  ],
  [
    'line breaks of Windows',
    '{% if true %}\r\n${{ entity.name }}\r\n{% endif %}\r\n',
  ],
];

const SINGLE: [what: string, text: string][] = [
  [
    'a macro that reads the entity',
    '{% macro f() %}${{ entity.name }}{% endmacro %}\n${{ f() }}',
  ],
  [
    'a macro that reads a variable of the file',
    '{% macro f() %}${{ y }}{% endmacro %}\n{% set y = entity.name %}${{ f() }}',
  ],
  [
    'a macro in the middle',
    '${{ entity.name }}\n{% macro f() %}x{% endmacro %}\n${{ f() }}',
  ],
  ['a macro with text after it', '{% macro f() %}x{% endmacro %}${{ f() }}'],
  [
    'a call block',
    '{% macro f() %}${{ caller() }}{% endmacro %}\n{% call f() %}x{% endcall %}',
  ],
  ['a block', '{% block x %}${{ entity.name }}{% endblock %}'],
  ['a change in place', '${{ values.list.push(3) }}${{ values.list }}'],
  [
    'a change in place after an object',
    '${{ {a: {b: 1}} | dump }}${{ values.list.push(3) }}${{ values.list }}',
  ],
  [
    'a change in place behind a text',
    '${{ "}}" ~ values.list.push(3) }}${{ values.list }}',
  ],
  ['blanks at the end', '${{ entity.name }}\n  '],
  ['an end mark', '${{ entity.name }}\u0001'],
  ['an error', '${{ missing() }}'],
];

describe('a batch', () => {
  it.each(BATCHED)('gives what rendering one by one gives: %s', (_, text) => {
    const { batch, single } = renderBoth(text);
    expect(batch).toEqual(single());
  });

  it.each(BATCHED)(
    'also without whitespace options, if at all: %s',
    (_, text) => {
      for (const options of [
        {},
        { trimBlocks: true },
        { lstripBlocks: true },
      ]) {
        const { batch, single } = renderBoth(text, options);
        expect(batch ?? single()).toEqual(single());
      }
    },
  );

  it.each(SINGLE)('is not made of %s', (_, text) => {
    expect(renderBoth(text).batch).toBeUndefined();
  });

  const piece = fc.constantFrom(
    ...['x', ' ', '  ', '\n', '\r\n', '\t', '# } ', '{', '$', "'", '"'],
    ...[
      '${{ entity.name }}',
      '${{- entity.name -}}',
      '${{ v }}',
      '${{ w }}',
      '${{ entity.fields | length }}',
      '${{ f(entity.name) }}',
      '${{ g() }}',
    ],
    ...[
      '{% set v = entity.name %}',
      '{%- set v = 1 -%}',
      '{% set w = values.name %}',
      '{# comment #}',
      '{#- comment -#}',
    ],
    ...[
      '{% if entity.owned %}a{% set v = 2 %}{% endif %}',
      '  {% if v %}\n  b\n  {% else %}\n  c\n  {% endif %}\n',
      '{%- if true -%} d {%- endif -%}',
    ],
    ...[
      '{% for field in entity.fields %}${{ field.name }}{% set v = field.name %}{% endfor %}',
      '{% for v in [1, 2] %}\n  ${{ v }}\n{% endfor %}\n',
      '{% raw %}${{ x }}{% endraw %}',
    ],
    ...[
      '{% macro f(x) %}<${{ x }}>{% endmacro %}',
      '{% macro f(x) -%}\n<${{ x }}>\n{%- endmacro %}\n',
      '{% macro g() %}${{ values.name }}${{ v }}{% endmacro %}\n',
      '{% macro g() %}{% for v in [1] %}${{ v }}{% endfor %}{% endmacro -%}\n',
    ],
  );

  it('gives what rendering one by one gives, for any file', () => {
    let batched = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.record({ trimBlocks: fc.boolean(), lstripBlocks: fc.boolean() }),
        (pieces, whitespace) => {
          const { batch, single } = renderBoth(pieces.join(''), whitespace);
          batched += batch ? 1 : 0;
          return !batch || isDeepStrictEqual(batch, single());
        },
      ),
      { numRuns: 1500, seed: 20261121 },
    );
    expect(batched).toBeGreaterThan(100);
  });
});
