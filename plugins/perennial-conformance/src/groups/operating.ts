import type { CheckGroup, Suite } from '../fixtures/Suite';
import {
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
  mediaType,
} from '../runner/expect';
import { expectProblem } from '../runner/problems';
import type { Check } from '../runner/types';

const group = 'service';
const METRIC_LINE =
  /^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\})? (?:[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|Inf)|NaN)(?: \d+)?$/;
const COMMENT_LINE = /^#(?: |$)/;

/** Health, metrics, documentation, request ids. */
export const operating: CheckGroup = {
  id: group,
  title: 'Operating the service',
  checks: suite => [
    check('/health/live answers 200', async () => {
      expectStatus(await suite.client.get('/health/live'), 200);
    }),
    check('/health/ready answers 200', async () => {
      expectStatus(await suite.client.get('/health/ready'), 200);
    }),
    check('/metrics is text that Prometheus reads', () => metrics(suite)),
    check('/metrics counts requests', () => metricsCount(suite)),
    check('/openapi.json is OpenAPI 3.1', async () => {
      const answer = expectStatus(await suite.client.get('/openapi.json'), 200);
      const { openapi } = expectObject(answer);
      expectThat(/^3\.1\.\d+$/.test(String(openapi)), 'it is not OpenAPI 3.1', {
        received: openapi,
        exchange: answer,
      });
      expectThat(/json/.test(mediaType(answer)), 'it is not JSON', {
        received: answer.headers['content-type'],
      });
    }),
    check('/docs is a page', () => docs(suite)),
    check('X-Request-ID is answered as it was sent', async () => {
      const id = `conformance-${suite.values.word()}`;
      const answer = await suite.client.get('/health/live', [], {
        'X-Request-ID': id,
      });
      expectSame('X-Request-ID', answer.headers['x-request-id'], id, answer);
    }),
    check('X-Request-ID is answered with errors too', async () => {
      const id = `conformance-${suite.values.word()}`;
      const answer = await suite.client.get('/no-such-path', [], {
        'X-Request-ID': id,
      });
      expectProblem(answer, 404);
      expectSame('X-Request-ID', answer.headers['x-request-id'], id, answer);
    }),
    check('X-Request-ID is made where it is absent', async () => {
      const ids = new Set<unknown>();
      for (let count = 0; count < 3; count += 1) {
        const answer = await suite.client.get('/health/live');
        const id = answer.headers['x-request-id'];
        expectThat(id, 'the answer has no X-Request-ID', { exchange: answer });
        ids.add(id);
      }
      expectSame('the number of different ids', ids.size, 3);
    }),
    check('odd X-Request-IDs do no harm', async () => {
      for (const id of [
        '',
        ' ',
        'x'.repeat(5000),
        '<script>',
        '{"a":1}',
        "'; --",
      ]) {
        expectStatus(
          await suite.client.get('/health/live', [], { 'X-Request-ID': id }),
          200,
        );
      }
    }),
    check('OPTIONS and HEAD do no harm', async () => {
      for (const { path } of suite.model.entities) {
        for (const method of ['OPTIONS', 'HEAD']) {
          const answer = await suite.client.send({ method, target: path });
          expectThat(
            answer.status < 500,
            `${method} answered ${answer.status}`,
            {
              exchange: answer,
            },
          );
        }
      }
    }),
    check('a trailing slash does no harm', async () => {
      for (const { path } of suite.model.entities) {
        const answer = await suite.client.get(`${path}/`);
        expectThat(answer.status < 500, `it answered ${answer.status}`, {
          exchange: answer,
        });
      }
    }),
  ],
};

function check(name: string, run: () => Promise<void>): Check {
  return { group, name, run };
}

async function metrics(suite: Suite): Promise<void> {
  const answer = expectStatus(await suite.client.get('/metrics'), 200);
  expectThat(
    ['text/plain', 'application/openmetrics-text'].includes(mediaType(answer)),
    'the metrics are no text',
    { received: answer.headers['content-type'], exchange: answer },
  );
  const lines = answer.text.split('\n').filter(line => line !== '');
  const wrong = lines.find(
    line => !COMMENT_LINE.test(line) && !METRIC_LINE.test(line),
  );
  expectThat(wrong === undefined, 'a line is no metric', {
    received: wrong,
    exchange: answer,
  });
  expectThat(
    lines.some(line => METRIC_LINE.test(line)),
    'there are no metrics',
    {
      exchange: answer,
    },
  );
}

/** Some series that counts requests must grow with a request. */
async function metricsCount(suite: Suite): Promise<void> {
  const [entity] = suite.model.entities;
  const counted = async () => {
    const { text } = await suite.client.get('/metrics');
    return text
      .split('\n')
      .filter(line => METRIC_LINE.test(line) && /request/i.test(line))
      .reduce(
        (sum, line) =>
          sum + Number(line.replace(/^.*[}\w] /, '').split(' ')[0]),
        0,
      );
  };
  const before = await counted();
  await suite.client.get(entity.path);
  const after = await counted();
  expectThat(after > before, 'no metric about requests grows with a request', {
    expected: `more than ${before}`,
    received: after,
  });
}

async function docs(suite: Suite): Promise<void> {
  let answer = await suite.client.get('/docs');
  for (
    let hop = 0;
    hop < 3 && [301, 302, 307, 308].includes(answer.status);
    hop += 1
  ) {
    const { pathname } = new URL(
      answer.headers.location ?? '',
      `${suite.client.baseUrl.origin}/docs`,
    );
    answer = await suite.client.get(pathname);
  }
  expectStatus(answer, 200);
  expectThat(mediaType(answer) === 'text/html', '/docs is no HTML', {
    received: answer.headers['content-type'],
    exchange: answer,
  });
}
