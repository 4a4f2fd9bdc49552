'use strict';

const { call, useDatabase } = require('../support/client');
const { list } = require('../../src/api/v1/validators/author.validator');
const { createAuthor, authorBody } = require('../support/factories/author.factory');

const PATH = '/api/v1/authors';
const ABSENT = 'ffffffffffffffffffffffff';

describe(PATH, () => {
  useDatabase();

  describe('POST', () => {
    it('creates a row and answers with it', async () => {
      const body = await authorBody();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(201);
      expect(answer.headers.location).toBe(`${PATH}/${answer.body.id}`);
      expect(answer.headers.etag).toMatch(/^"[^"]+"$/);
      expect(answer.body).toMatchObject(body);
    });

    it('refuses properties that it does not know', async () => {
      const body = { ...(await authorBody()), unknown: true };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/unknown', detail: 'is not a known property' },
      ]);
    });

    it('names the required property that is missing', async () => {
      const { name: _left, ...body } = await authorBody();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/name', detail: 'is required' },
      ]);
    });
  });

  describe('GET of the collection', () => {
    it('answers a page and the total', async () => {
      const first = await createAuthor(0);
      const second = await createAuthor(1);
      const all = await call('get', PATH);
      expect(all.status).toBe(200);
      expect(all.body).toMatchObject({ page: 1, limit: 20, total: 2 });
      expect(all.body.items).toEqual(expect.arrayContaining([first, second]));

      const page = await call('get', `${PATH}?limit=1&page=2`);
      expect(page.body).toMatchObject({ page: 2, limit: 1, total: 2 });
      expect(page.body.items).toEqual([all.body.items[1]]);
    });

    it.each(list.sortable)('sorts by %s, both ways', async (name) => {
      await createAuthor(0);
      await createAuthor(1);
      const up = await call('get', `${PATH}?sort=${name},id`);
      const down = await call('get', `${PATH}?sort=-${name},-id`);
      expect(up.status).toBe(200);
      expect(up.body.items).toEqual(down.body.items.toReversed());
    });

    it('searches literally, whatever the case', async () => {
      const row = await createAuthor();
      const text = encodeURIComponent(row.name.toUpperCase());
      const found = await call('get', `${PATH}?q=${text}`);
      expect(found.body.items).toEqual([row]);
      const nothing = await call('get', `${PATH}?q=%25_%5C`);
      expect(nothing.body.items).toEqual([]);
    });

    it.each(Object.entries(list.filters))(
      'filters by %s',
      async (name, { comparable }) => {
        const row = await createAuthor();
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
      const row = await createAuthor();
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
      const row = await createAuthor(0);
      const body = await authorBody(1);
      const answer = await call('put', `${PATH}/${row.id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ id: row.id, ...body });
    });

    it('refuses to overwrite what has changed', async () => {
      const { id } = await createAuthor();
      const { headers } = await call('get', `${PATH}/${id}`);
      const body = await authorBody(1);
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
      const body = await authorBody();
      const answer = await call('put', `${PATH}/${ABSENT}`, { body });
      expect(answer.status).toBe(404);
    });
  });

  describe('PATCH', () => {
    it('changes what it names and nothing else', async () => {
      const { id, ...row } = await createAuthor(0);
      const other = await authorBody(1);
      const body = { name: other.name };
      const answer = await call('patch', `${PATH}/${id}`, {
        body,
        headers: { 'Content-Type': 'application/merge-patch+json' },
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        id,
        ...row,
        ...body,
        updated_at: expect.any(String),
      });
    });

    it('clears bornOn with null', async () => {
      const { id } = await createAuthor();
      const answer = await call('patch', `${PATH}/${id}`, {
        body: { bornOn: null },
      });
      expect(answer.status).toBe(200);
      expect(answer.body.bornOn).toEqual(null);
    });

    it('clears website with null', async () => {
      const { id } = await createAuthor();
      const answer = await call('patch', `${PATH}/${id}`, {
        body: { website: null },
      });
      expect(answer.status).toBe(200);
      expect(answer.body.website).toEqual(null);
    });
  });

  describe('DELETE', () => {
    it('removes a row', async () => {
      const { id } = await createAuthor();
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(204);
      expect((await call('get', `${PATH}/${id}`)).status).toBe(404);
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(404);
    });
  });

  it('answers other methods with 405 and what is allowed', async () => {
    const answer = await call('delete', PATH);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('HEAD, GET, POST, OPTIONS');
    const options = await call('options', PATH);
    expect(options.status).toBe(204);
  });
});
