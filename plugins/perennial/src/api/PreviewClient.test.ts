import { answer, file } from '../components/Preview/__testUtils__/files';
import { PreviewClient } from './PreviewClient';
import { lazyPreviewApi } from './lazyPreviewApi';

const REQUEST = { templateRef: 'x', parameters: {}, model: { entities: [] } };
const SIGNAL = new AbortController().signal;

function apis(fetch: jest.Mock) {
  return {
    discoveryApi: { getBaseUrl: async (id: string) => `http://portal/${id}` },
    fetchApi: { fetch },
  };
}

function response(status: number, body: unknown) {
  return {
    ok: status < 300,
    status,
    json: async () => {
      if (body === undefined) {
        throw new SyntaxError('no JSON');
      }
      return body;
    },
  };
}

describe('PreviewClient', () => {
  it('asks the backend of the plugin', async () => {
    const expected = answer([file('a')]);
    const fetch = jest.fn(async () => response(200, expected));
    const client = lazyPreviewApi(apis(fetch));
    expect(await client.preview(REQUEST, { signal: SIGNAL })).toEqual(expected);
    expect(fetch).toHaveBeenCalledWith('http://portal/perennial/preview', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(REQUEST),
      signal: SIGNAL,
    });
  });

  it.each([
    [400, 'InputError', 'rejected'],
    [401, 'AuthenticationError', 'forbidden'],
    [403, 'NotAllowedError', 'forbidden'],
    [404, 'NotFoundError', 'notFound'],
    [404, undefined, 'notInstalled'],
    [409, 'ConflictError', 'busy'],
    [413, 'PayloadTooLargeError', 'tooLarge'],
    [429, 'TooManyRequestsError', 'busy'],
    [500, 'Error', 'unavailable'],
    [502, undefined, 'unavailable'],
  ])('tells %i with %s as %s', async (status, name, kind) => {
    const body = name && { error: { name, message: 'Say why.' } };
    const client = new PreviewClient(
      apis(jest.fn(async () => response(status, body))),
    );
    await expect(
      client.preview(REQUEST, { signal: SIGNAL }),
    ).rejects.toMatchObject({ kind, message: name ? 'Say why.' : '' });
  });

  it('tells that nothing was reached, or that no preview came', async () => {
    const lost = jest.fn(async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(
      new PreviewClient(apis(lost)).preview(REQUEST, { signal: SIGNAL }),
    ).rejects.toMatchObject({ kind: 'network' });
    const page = jest.fn(async () => response(200, undefined));
    await expect(
      new PreviewClient(apis(page)).preview(REQUEST, { signal: SIGNAL }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is called off by its signal', async () => {
    const controller = new AbortController();
    const fetch = jest.fn(async () => {
      controller.abort(new Error('newer'));
      throw new TypeError('aborted');
    });
    await expect(
      new PreviewClient(apis(fetch)).preview(REQUEST, {
        signal: controller.signal,
      }),
    ).rejects.toThrow('newer');
  });
});
