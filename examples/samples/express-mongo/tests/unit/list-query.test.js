'use strict';

const Joi = require('joi');
const { trusted } = require('mongoose');
const { createListReader } = require('../../src/utils/list-query');
const types = require('../../src/utils/types');

const DEFINITION = {
  sortable: ['id', 'name'],
  searchable: ['name'],
  filters: {
    name: { schema: Joi.string().max(5), comparable: true },
    count: { schema: types.integer() },
  },
};

describe('createListReader', () => {
  const readList = createListReader(DEFINITION);

  it('has a first page in a total order by default', () => {
    expect(readList('/rows')).toEqual({
      page: 1,
      limit: 20,
      order: [['_id', 1]],
      conditions: [],
    });
  });

  it('reads pages, order, search and filters', () => {
    const url =
      '/rows?page=2&limit=5&sort=-name&q=50%25_+x&name[gte]=a&count[in]=1&count[in]=2';
    expect(readList(url)).toEqual({
      page: 2,
      limit: 5,
      order: [
        ['name', -1],
        ['_id', 1],
      ],
      conditions: [
        { $or: [{ name: trusted({ $regex: '50%_ x', $options: 'i' }) }] },
        { name: trusted({ $gte: 'a' }) },
        { count: trusted({ $in: [1, 2] }) },
      ],
    });
  });

  it.each([
    'unknown=1',
    '__proto__=1',
    'page=0',
    'page=1000001',
    'page=1e3',
    'page=',
    'limit=101',
    'limit=1&limit=2',
    'sort=unknown',
    'sort=',
    'q=%ff',
    'q=%00',
    'name=toolong',
    'name[like]=a',
    'name[]=a',
    'name[in][in]=a',
    'count=x',
    'count[gt]=1',
  ])('refuses ?%s', query => {
    expect(() => readList(`/rows?${query}`)).toThrow(
      expect.objectContaining({ status: 422 }),
    );
  });

  it('has no search where nothing is searchable', () => {
    const definition = { ...DEFINITION, searchable: [] };
    expect(() => createListReader(definition)('/rows?q=a')).toThrow(
      expect.objectContaining({ status: 422 }),
    );
  });
});
