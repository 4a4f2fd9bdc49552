'use strict';

const { mongo } = require('mongoose');
const request = require('supertest');
const { app, useDatabase } = require('../support/client');
const { connection } = require('../../src/database/connection');

describe('operations', () => {
  useDatabase();

  afterEach(() => {
    jest.restoreAllMocks();
    app.locals.isStopping = false;
  });

  it('is alive', async () => {
    const answer = await request(app).get('/health/live');
    expect(answer.status).toBe(200);
  });

  it('is ready with its database, and not ready without', async () => {
    expect((await request(app).get('/health/ready')).status).toBe(200);
    jest
      .spyOn(/** @type {import('mongoose').mongo.Db} */ (connection.db), 'command')
      .mockRejectedValue(new mongo.MongoNetworkError('refused'));
    const answer = await request(app).get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'The database is not available.',
    });
  });

  it('is not ready while it stops', async () => {
    app.locals.isStopping = true;
    expect((await request(app).get('/health/ready')).status).toBe(503);
  });

  it('measures requests by route', async () => {
    await request(app).get('/health/live');
    const answer = await request(app).get('/metrics');
    expect(answer.text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/health/live",status="200"}',
    );
  });

  it('publishes its description and shows it', async () => {
    const document = await request(app).get('/openapi.json');
    expect(document.body.openapi).toMatch(/^3\.1/);
    const page = await request(app).get('/docs/');
    expect(page.text).toContain('swagger-ui');
    const script = await request(app).get('/docs/swagger-initializer.js');
    expect(script.text).toContain('../openapi.json');
  });

  it('keeps the id of a request, or makes one', async () => {
    const given = await request(app)
      .get('/health/live')
      .set('X-Request-ID', 'abc-123');
    expect(given.headers['x-request-id']).toBe('abc-123');
    const bad = await request(app)
      .get('/health/live')
      .set('X-Request-ID', 'two words');
    expect(bad.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers unknown paths with a problem document', async () => {
    const answer = await request(app).get('/unknown');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it.each([
    ['/health/live', 'post'],
    ['/docs/', 'put'],
  ])('does not allow %s with %s', async (path, method) => {
    const answer =
      await request(app)[/** @type {'post' | 'put'} */ (method)](path);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('HEAD, GET, OPTIONS');
  });
});
