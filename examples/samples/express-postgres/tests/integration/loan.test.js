'use strict';

const { call, useDatabase } = require('../support/client');
const { list } = require('../../src/api/v1/validators/loan.validator');
const { createCopyRecord } = require('../support/factories/copy-record.factory');
const { createMember } = require('../support/factories/member.factory');
const { createLoan, loanBody } = require('../support/factories/loan.factory');

const PATH = '/api/v1/loans';
const ABSENT = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

describe(PATH, () => {
  useDatabase();

  describe('POST', () => {
    it('creates a row and answers with it', async () => {
      const body = await loanBody();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(201);
      expect(answer.headers.location).toBe(`${PATH}/${answer.body.id}`);
      expect(answer.headers.etag).toMatch(/^"[^"]+"$/);
      expect(answer.body).toMatchObject(body);
    });

    it('refuses properties that it does not know', async () => {
      const body = { ...(await loanBody()), unknown: true };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/unknown', detail: 'is not a known property' },
      ]);
    });

    it('names the required property that is missing', async () => {
      const { lentAt: _left, ...body } = await loanBody();
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toEqual([
        { pointer: '/lentAt', detail: 'is required' },
      ]);
    });

    it('refuses a reference to nothing in copy_id', async () => {
      const body = {
        ...(await loanBody()),
        copy_id: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
      };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(409);
      expect(answer.body.errors).toEqual([
        {
          pointer: '/copy_id',
          detail: 'must refer to an existing row',
        },
      ]);
    });

    it('refuses a reference to nothing in member_id', async () => {
      const body = {
        ...(await loanBody()),
        member_id: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
      };
      const answer = await call('post', PATH, { body });
      expect(answer.status).toBe(409);
      expect(answer.body.errors).toEqual([
        {
          pointer: '/member_id',
          detail: 'must refer to an existing row',
        },
      ]);
    });
  });

  describe('GET of the collection', () => {
    it('answers a page and the total', async () => {
      const first = await createLoan(0);
      const second = await createLoan(1);
      const all = await call('get', PATH);
      expect(all.status).toBe(200);
      expect(all.body).toMatchObject({ page: 1, limit: 20, total: 2 });
      expect(all.body.items).toEqual(expect.arrayContaining([first, second]));

      const page = await call('get', `${PATH}?limit=1&page=2`);
      expect(page.body).toMatchObject({ page: 2, limit: 1, total: 2 });
      expect(page.body.items).toEqual([all.body.items[1]]);
    });

    it.each(list.sortable)('sorts by %s, both ways', async (name) => {
      await createLoan(0);
      await createLoan(1);
      const up = await call('get', `${PATH}?sort=${name},id`);
      const down = await call('get', `${PATH}?sort=-${name},-id`);
      expect(up.status).toBe(200);
      expect(up.body.items).toEqual(down.body.items.toReversed());
    });

    it.each(Object.entries(list.filters))(
      'filters by %s',
      async (name, { comparable }) => {
        const row = await createLoan();
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
      const row = await createLoan();
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
      const row = await createLoan(0);
      const body = await loanBody(1);
      const answer = await call('put', `${PATH}/${row.id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ id: row.id, ...body });
    });

    it('refuses to overwrite what has changed', async () => {
      const { id } = await createLoan();
      const { headers } = await call('get', `${PATH}/${id}`);
      const body = await loanBody(1);
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
      const body = await loanBody();
      const answer = await call('put', `${PATH}/${ABSENT}`, { body });
      expect(answer.status).toBe(404);
    });
  });

  describe('PATCH', () => {
    it('changes what it names and nothing else', async () => {
      const { id, ...row } = await createLoan(0);
      const other = await loanBody(1);
      const body = { lentAt: other.lentAt };
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

    it('clears returnedAt with null', async () => {
      const { id } = await createLoan();
      const answer = await call('patch', `${PATH}/${id}`, {
        body: { returnedAt: null },
      });
      expect(answer.status).toBe(200);
      expect(answer.body.returnedAt).toEqual(null);
    });

    it('clears fine with null', async () => {
      const { id } = await createLoan();
      const answer = await call('patch', `${PATH}/${id}`, {
        body: { fine: null },
      });
      expect(answer.status).toBe(200);
      expect(answer.body.fine).toEqual('0.00');
    });

    it('to a reference to nothing in copy_id changes nothing', async () => {
      const row = await createLoan();
      const answer = await call('patch', `${PATH}/${row.id}`, {
        body: { copy_id: 'ffffffff-ffff-4fff-8fff-ffffffffffff' },
      });
      expect(answer.status).toBe(409);
      const after = await call('get', `${PATH}/${row.id}`);
      expect(after.body).toEqual(row);
    });

    it('refers to another copy as copy', async () => {
      const { id } = await createLoan();
      const target = await createCopyRecord(1);
      const body = { copy_id: target.id };
      const answer = await call('patch', `${PATH}/${id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject(body);
    });

    it('to a reference to nothing in member_id changes nothing', async () => {
      const row = await createLoan();
      const answer = await call('patch', `${PATH}/${row.id}`, {
        body: { member_id: 'ffffffff-ffff-4fff-8fff-ffffffffffff' },
      });
      expect(answer.status).toBe(409);
      const after = await call('get', `${PATH}/${row.id}`);
      expect(after.body).toEqual(row);
    });

    it('refers to another member as member', async () => {
      const { id } = await createLoan();
      const target = await createMember(1);
      const body = { member_id: target.id };
      const answer = await call('patch', `${PATH}/${id}`, { body });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject(body);
    });
  });

  describe('DELETE', () => {
    it('removes a row', async () => {
      const { id } = await createLoan();
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(204);
      expect((await call('get', `${PATH}/${id}`)).status).toBe(404);
      expect((await call('delete', `${PATH}/${id}`)).status).toBe(404);
    });

    it('of what copy_id refers to is refused', async () => {
      const target = await createCopyRecord(0);
      const { id } = await createLoan(0);
      await call('patch', `${PATH}/${id}`, { body: { copy_id: target.id } });
      const answer = await call('delete', `/api/v1/copies/${target.id}`);
      const after = await call('get', `${PATH}/${id}`);
      expect(answer.status).toBe(409);
      expect(after.body.copy_id).toBe(target.id);
    });

    it('of what member_id refers to is refused', async () => {
      const target = await createMember(0);
      const { id } = await createLoan(0);
      await call('patch', `${PATH}/${id}`, { body: { member_id: target.id } });
      const answer = await call('delete', `/api/v1/members/${target.id}`);
      const after = await call('get', `${PATH}/${id}`);
      expect(answer.status).toBe(409);
      expect(after.body.member_id).toBe(target.id);
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
