{% macro literal(value) -%}
{% set text = value | dump %}
{% if value is string and "'" not in text and "\\" not in text %}'${{ value }}'{% else %}${{ text }}{% endif %}
{%- endmacro %}
{% macro absent(type) -%}
{% if type == 'integer' %}2147483647{% elif type == 'objectId' %}'ffffffffffffffffffffffff'{% else %}'ffffffff-ffff-4fff-8fff-ffffffffffff'{% endif %}
{%- endmacro %}
{% set create = 'create' + entity.pascal %}
{% set bodyOf = entity.camel + 'Body' %}
{% set path = entity.path %}
{% set required = '' %}
{% set uniqueField = '' %}
{% set hasFilters = false %}
{% for field in entity.fields %}
{% if field.filterable %}
{% set hasFilters = true %}
{% endif %}
{% if field.required and not field.hasDefault and required == '' %}
{% set required = field.name %}
{% endif %}
{% if field.unique and uniqueField == '' %}
{% set uniqueField = field.name %}
{% endif %}
{% endfor %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' %}
{% set hasFilters = true %}
{% endif %}
{% endfor %}
'use strict';

const { call, {% if values.auth == 'jwt' %}app, {% endif %}useDatabase } = require('../support/client');
{% if values.auth == 'jwt' %}
const request = require('supertest');
{% endif %}
const { list } = require('../../src/api/v1/validators/${{ entity.kebab }}.validator');
{% set seen = [entity.pascal] %}
{% for relation in entity.relations %}
{% if relation.target.pascal not in seen %}
{% set seen = seen.concat([relation.target.pascal]) %}
const { create${{ relation.target.pascal }} } = require('../support/factories/${{ relation.target.kebab }}.factory');
{% endif %}
{% endfor %}
const { ${{ create }}, ${{ bodyOf }} } = require('../support/factories/${{ entity.kebab }}.factory');

const PATH = '${{ path }}';
const ABSENT = ${{ absent(entity.id) }};

describe(PATH, () => {
  useDatabase();

  describe('POST', () => {
    it('creates a row and answers with it', async () => {
      const body = await ${{ bodyOf }}();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(201);
      expect(answer.headers.location).toBe(`${PATH}/${answer.body.id}`);
      expect(answer.headers.etag).toMatch(/^"[^"]+"$/);
      expect(answer.body).toMatchObject(body);
    });

    it('refuses properties that it does not know', async () => {
      const body = { ...(await ${{ bodyOf }}()), unknown: true };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/unknown', detail: 'is not a known property' },
      ]);
    });
{% if required %}

    it('names the required property that is missing', async () => {
      const { ${{ required }}: _left, ...body } = await ${{ bodyOf }}();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/${{ required }}', detail: 'is required' },
      ]);
    });
{% endif %}
{% if uniqueField %}

    it('refuses a value that another row has', async () => {
      const row = await ${{ create }}(0);
      const body = {
        ...(await ${{ bodyOf }}(1)),
        ${{ uniqueField }}: row.${{ uniqueField }},
      };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(409);
      expect(answer.body.errors).toEqual([
        { pointer: '/${{ uniqueField }}', detail: 'must be unique' },
      ]);
    });
{% endif %}
{% for relation in entity.relations %}

    it('refuses a reference to nothing in ${{ relation.wireName }}', async () => {
      const body = {
        ...(await ${{ bodyOf }}()),
        ${{ relation.wireName }}: {% if relation.kind == 'manyToMany' %}[${{ absent(relation.target.id) }}]{% else %}${{ absent(relation.target.id) }}{% endif %},
      };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(409);
      expect(answer.body.errors).toEqual([
        {
          pointer: '/${{ relation.wireName }}',
          detail: 'must refer to an existing row',
        },
      ]);
    });
{% endfor %}
  });

  describe('GET of the collection', () => {
    it('answers a page and the total', async () => {
      const first = await ${{ create }}(0);
      const second = await ${{ create }}(1);
      const all = await call('get', PATH);
      expect(all.status).toBe(200);
      expect(all.body).toMatchObject({ page: 1, limit: 20, total: 2 });
      expect(all.body.items).toEqual(expect.arrayContaining([first, second]));

      const page = await call('get', `${PATH}?limit=1&page=2`);
      expect(page.body).toMatchObject({ page: 2, limit: 1, total: 2 });
      expect(page.body.items).toEqual([all.body.items[1]]);
    });

    it.each(list.sortable)('sorts by %s, both ways', async (name) => {
      await ${{ create }}(0);
      await ${{ create }}(1);
      const up = await call('get', `${PATH}?sort=${name},id`);
      const down = await call('get', `${PATH}?sort=-${name},-id`);
      expect(up.status).toBe(200);
      expect(up.body.items).toEqual(down.body.items.toReversed());
    });
{% if entity.searchable.length %}

    it('searches literally, whatever the case', async () => {
      const row = await ${{ create }}();
      const text = encodeURIComponent(row.${{ entity.searchable[0].name }}.toUpperCase());
      const found = await call('get', `${PATH}?q=${text}`);
      expect(found.body.items).toEqual([row]);
      const nothing = await call('get', `${PATH}?q=%25_%5C`);
      expect(nothing.body.items).toEqual([]);
    });
{% endif %}
{% if hasFilters %}

    it.each(Object.entries(list.filters))(
      'filters by %s',
      async (name, { comparable }) => {
        const row = await ${{ create }}();
        if (row[name] === null) {
          return;
        }
        const value = encodeURIComponent(String(row[name]));
        for (const operator of ['', '[in]', ...(comparable ? ['[gte]', '[lte]'] : [])]) {
          const found = await call('get', `${PATH}?${name}${operator}=${value}`);
          expect(found.body.items).toContainEqual(row);
        }
      },
    );
{% endif %}

    it.each(['unknown=1', 'page=0', 'limit=101', 'sort=unknown', 'page=1&page=2'])(
      'refuses ?%s',
      async (query) => {
        const answer = await call('get', `${PATH}?${query}`);
        expect(answer.status).toBe(422);
      },
    );
  });

  describe('GET of a row', () => {
    it('answers what was created', async () => {
      const row = await ${{ create }}();
      const answer = await call('get', `${PATH}/${row.id}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual(row);
    });

    it.each([ABSENT, 'malformed', '%ff'])('answers 404 for %s', async (id) => {
      const answer = await call('get', `${PATH}/${id}`);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
    });
  });

  describe('PUT', () => {
    it('replaces a row', async () => {
      const row = await ${{ create }}(0);
      const body = await ${{ bodyOf }}(1);
      const answer = await call('put', `${PATH}/${row.id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ id: row.id, ...body });
    });

    it('refuses to overwrite what has changed', async () => {
      const { id } = await ${{ create }}();
      const { headers } = await call('get', `${PATH}/${id}`);
      const body = await ${{ bodyOf }}(1);
      const first = await call('put', `${PATH}/${id}`, {
        body,
        headers: { 'If-Match': headers.etag },
      });
      expect(first.status).toBe(200);
      const second = await call('put', `${PATH}/${id}`, {
        body,
        headers: { 'If-Match': '"stale"' },
      });
      expect(second.status).toBe(412);
    });

    it('makes no row', async () => {
      const body = await ${{ bodyOf }}();
      const answer = await call('put', `${PATH}/${ABSENT}`, { body });
      expect(answer.status).toBe(404);
    });
  });

  describe('PATCH', () => {
    it('changes what it names and nothing else', async () => {
      const { id, ...row } = await ${{ create }}(0);
{% if entity.fields.length %}
      const other = await ${{ bodyOf }}(1);
      const body = { ${{ entity.fields[0].name }}: other.${{ entity.fields[0].name }} };
{% else %}
      const body = {};
{% endif %}
      const answer = await call('patch', `${PATH}/${id}`, {
        body,
        headers: { 'Content-Type': 'application/merge-patch+json' },
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        id,
        ...row,
        ...body,
{% if entity.timestamps %}
        updated_at: expect.any(String),
{% endif %}
      });
    });
{% for field in entity.fields %}
{% if not field.required %}

    it('clears ${{ field.name }} with null', async () => {
      const { id } = await ${{ create }}();
      const answer = await call('patch', `${PATH}/${id}`, {
        body: { ${{ field.name }}: null },
      });
      expect(answer.status).toBe(200);
      expect(answer.body.${{ field.name }}).toEqual(${{ literal(field.default) if field.hasDefault else 'null' }});
    });
{% endif %}
{% endfor %}
{% for relation in entity.relations %}

    it('to a reference to nothing in ${{ relation.wireName }} changes nothing', async () => {
      const row = await ${{ create }}();
      const answer = await call('patch', `${PATH}/${row.id}`, {
        body: { ${{ relation.wireName }}: {% if relation.kind == 'manyToMany' %}[${{ absent(relation.target.id) }}]{% else %}${{ absent(relation.target.id) }}{% endif %} },
      });
      expect(answer.status).toBe(409);
      const after = await call('get', `${PATH}/${row.id}`);
      expect(after.body).toEqual(row);
    });
{% if not relation.self %}

    it('refers to another ${{ relation.target.title | lower }} as ${{ relation.name }}', async () => {
      const { id } = await ${{ create }}();
      const target = await create${{ relation.target.pascal }}(1);
      const body = { ${{ relation.wireName }}: {% if relation.kind == 'manyToMany' %}[target.id]{% else %}target.id{% endif %} };
      const answer = await call('patch', `${PATH}/${id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject(body);
    });
{% elif not relation.required %}

    it('refers to another ${{ entity.title | lower }} as ${{ relation.name }}', async () => {
      const { id } = await ${{ create }}(0);
      const target = await ${{ create }}(1);
      const body = { ${{ relation.wireName }}: {% if relation.kind == 'manyToMany' %}[target.id]{% else %}target.id{% endif %} };
      const answer = await call('patch', `${PATH}/${id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject(body);
    });
{% endif %}
{% endfor %}
  });

  describe('DELETE', () => {
    it('removes a row', async () => {
      const { id } = await ${{ create }}();
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(204);
      expect((await call('get', `${PATH}/${id}`)).status).toBe(404);
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(404);
    });
{% if entity.softDelete and uniqueField %}

    it('sets unique values free', async () => {
      const body = await ${{ bodyOf }}();
      const { id } = await ${{ create }}();
      await call('delete', `${PATH}/${id}`);
      expect((await call('post', PATH, { body })).status).toBe(201);
    });
{% endif %}
{% for relation in entity.relations %}
{% if relation.kind != 'manyToMany' and not relation.self %}

    it('of what ${{ relation.wireName }} refers to ${{ 'is refused' if relation.onDelete == 'restrict' else ('removes the row' if relation.onDelete == 'cascade' else 'leaves it without') }}', async () => {
      const target = await create${{ relation.target.pascal }}(0);
      const { id } = await ${{ create }}(0);
      await call('patch', `${PATH}/${id}`, { body: { ${{ relation.wireName }}: target.id } });
      const answer = await call('delete', `${{ relation.target.path }}/${target.id}`);
      const after = await call('get', `${PATH}/${id}`);
{% if relation.onDelete == 'restrict' %}
      expect(answer.status).toBe(409);
      expect(after.body.${{ relation.wireName }}).toBe(target.id);
{% elif relation.onDelete == 'cascade' %}
      expect(answer.status).toBe(204);
      expect(after.status).toBe(404);
{% else %}
      expect(answer.status).toBe(204);
      expect(after.body.${{ relation.wireName }}).toBeNull();
{% endif %}
    });
{% endif %}
{% endfor %}
  });

  it('answers other methods with 405 and what is allowed', async () => {
    const answer = await call('delete', PATH);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('HEAD, GET, POST, OPTIONS');
    const options = await call('options', PATH);
    expect(options.status).toBe(204);
  });
{% if values.auth == 'jwt' %}

  it('answers nobody without a token', async () => {
    const answer = await request(app).get(PATH);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
{% endif %}
{% if entity.owned %}

  describe('rows of others', () => {
    const other = { subject: 'grace' };

    it.each(/** @type {const} */ (['get', 'delete']))('%s finds none', async (method) => {
      const { id } = await ${{ create }}();
      const answer = await call(method, `${PATH}/${id}`, { claims: other });
      expect(answer.status).toBe(404);
    });

    it.each(/** @type {const} */ (['put', 'patch']))('%s finds none', async (method) => {
      const { id } = await ${{ create }}();
      const body = await ${{ bodyOf }}();
      const answer = await call(method, `${PATH}/${id}`, { body, claims: other });
      expect(answer.status).toBe(404);
    });

    it('are not listed, but for an administrator', async () => {
      const row = await ${{ create }}();
      const mine = await call('get', PATH, { claims: other });
      expect(mine.body.items).toEqual([]);
      const all = await call('get', PATH, { claims: { ...other, role: 'admin' } });
      expect(all.body.items).toEqual([row]);
    });
  });
{% endif %}
});
