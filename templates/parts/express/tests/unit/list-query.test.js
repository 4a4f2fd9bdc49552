'use strict';

const Joi = require('joi');
{% if values.database == 'mongo' %}
const { trusted } = require('mongoose');
{% else %}
const { Op } = require('sequelize');
{% endif %}
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
      order: [{% if values.database == 'mongo' %}['_id', 1]{% else %}['id', 'ASC']{% endif %}],
      conditions: [],
    });
  });

  it('reads pages, order, search and filters', () => {
    const url =
      '/rows?page=2&limit=5&sort=-name&q=50%25_+x&name[gte]=a&count[in]=1&count[in]=2';
    expect(readList(url)).toEqual({
      page: 2,
      limit: 5,
{% if values.database == 'mongo' %}
      order: [
        ['name', -1],
        ['_id', 1],
      ],
      conditions: [
        { $or: [{ name: trusted({ $regex: '50%_ x', $options: 'i' }) }] },
        { name: trusted({ $gte: 'a' }) },
        { count: trusted({ $in: [1, 2] }) },
      ],
{% else %}
      order: [
        ['name', 'DESC'],
        ['id', 'ASC'],
      ],
      conditions: [
        { [Op.or]: [{ name: { [Op.iLike]: '%50\\%\\_ x%' } }] },
        { name: { [Op.gte]: 'a' } },
        { count: { [Op.in]: [1, 2] } },
      ],
{% endif %}
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
