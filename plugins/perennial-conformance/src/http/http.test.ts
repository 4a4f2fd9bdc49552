import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { Client } from './Client';
import { curlLine } from './curl';
import { closeConnections } from './transport';
import type { Exchange } from './types';
import { queryText, RawJson, wireText, wireValue } from './wire';

describe('wireText', () => {
  it('writes raw JSON as it is, at any depth', () => {
    expect(
      wireText({
        a: [new RawJson('1e999'), 'x'],
        b: undefined,
        c: new RawJson('1.0'),
      }),
    ).toBe('{"a":[1e999,"x"],"c":1.0}');
  });

  it('keeps an own __proto__ and unpaired surrogates', () => {
    const value = wireValue(new RawJson('{"__proto__":1}'));
    expect(wireText(value)).toBe('{"__proto__":1}');
    expect(wireText('\ud800')).toBe('"\\ud800"');
  });
});

describe('queryText', () => {
  it('encodes values and leaves brackets readable', () => {
    expect(
      queryText([
        ['a[in]', '1&2'],
        ['a[in]', '+'],
      ]),
    ).toBe('?a[in]=1%262&a[in]=%2B');
    expect(queryText([])).toBe('');
  });
});

describe('curlLine', () => {
  const exchange = (request: Exchange['request']): Exchange => ({
    request,
    url: `http://h${request.target}`,
    status: 200,
    headers: {},
    text: '',
    body: undefined,
    milliseconds: 1,
  });

  it('is safe for a shell and shows no token', () => {
    expect(
      curlLine(
        exchange({
          method: 'POST',
          target: "/a?b='c",
          headers: { Authorization: 'Bearer secret', 'X-A': ['1', '2'] },
          body: `{"a":"it's"}`,
        }),
      ),
    ).toBe(
      `curl -i -X POST 'http://h/a?b='\\''c' -H "Authorization: Bearer $TOKEN" -H 'X-A: 1' -H 'X-A: 2' --data-binary '{"a":"it'\\''s"}'`,
    );
  });

  it('spells bytes that are no UTF-8, and shortens what is long', () => {
    const bytes = curlLine(
      exchange({ method: 'PUT', target: '/', body: Buffer.from([0x61, 0xff]) }),
    );
    expect(bytes).toContain(`--data-binary $'a\\xff'`);
    const long = curlLine(
      exchange({
        method: 'PUT',
        target: '/',
        body: 'x'.repeat(5000),
        chunked: true,
      }),
    );
    expect(long).toContain('5000 characters');
    expect(long).toContain('Transfer-Encoding: chunked');
    expect(long.length).toBeLessThan(400);
  });
});

describe('Client', () => {
  const seen: {
    method?: string;
    headers: NodeJS.Dict<string | string[]>;
    body: string;
  }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      seen.push({
        method: request.method,
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      });
      response.setHeader('Content-Type', 'text/plain');
      response.end('not json');
    });
  });
  let baseUrl = '';

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }/base/`;
  });

  afterAll(async () => {
    closeConnections();
    await new Promise(resolve => server.close(resolve));
  });

  it('sends bytes, methods and framings that fetch cannot', async () => {
    const told: string[] = [];
    const client = Client.create({
      baseUrl,
      observers: [exchange => told.push(exchange.url)],
    });
    await client.send({ method: 'TRACE', target: '/a' });
    await client.send({
      method: 'POST',
      target: '/b',
      body: Buffer.from([0xff]),
      chunked: true,
    });
    const answer = await client.as('abc').patch('/c', { a: 1 });
    expect(seen.map(one => one.method)).toEqual(['TRACE', 'POST', 'PATCH']);
    expect(seen[1].body).toBe('\xff');
    expect(seen[1].headers['content-length']).toBeUndefined();
    expect(seen[1].headers.authorization).toBeUndefined();
    expect(seen[2].headers.authorization).toBe('Bearer abc');
    expect(seen[2].headers['content-length']).toBe('7');
    expect(answer).toMatchObject({
      status: 200,
      text: 'not json',
      body: undefined,
    });
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/\/base\/a$/);
  });

  it('fails where nobody listens', async () => {
    await expect(
      Client.create({ baseUrl: 'http://127.0.0.1:1' }).get('/'),
    ).rejects.toThrow('ECONNREFUSED');
  });
});
