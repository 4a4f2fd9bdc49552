import { randomUUID } from 'node:crypto';
import type {
  JsonObject,
  ResolvedEntity,
  ResolvedModel,
} from '@perennial/plugin-perennial-common';
import {
  allow,
  assertCurrent,
  decoded,
  JSON_TYPE,
  merge,
  rowAnswer,
  shown,
} from './answers';
import { checkBody, readBody } from './bodyRules';
import { ProblemError } from './ProblemError';
import { rank, readQuery } from './queryRules';
import { ReferenceStore } from './ReferenceStore';
import type { Caller } from './ReferenceStore';
import type {
  Handler,
  ServiceRequest,
  ServiceResponse,
  StoredRow,
} from './types';

/** Who a request speaks for; `undefined` where it must be refused. */
export type Authenticate = (
  authorization: string | undefined,
) => Caller | undefined;

/**
 * A service that keeps the contract, in memory: what the suite itself is tested
 * against, as it is and with faults in between.
 */
export class ReferenceService {
  private readonly store: ReferenceStore;
  private requests = 0;

  private constructor(
    private readonly options: {
      model: ResolvedModel;
      document: JsonObject;
      authenticate?: Authenticate;
    },
  ) {
    this.store = ReferenceStore.create(options.model);
  }

  static create(options: {
    model: ResolvedModel;
    document: JsonObject;
    authenticate?: Authenticate;
  }): ReferenceService {
    return new ReferenceService(options);
  }

  readonly handle: Handler = async request => {
    this.requests += 1;
    const response = this.answer(request);
    const id = request.headers['x-request-id'];
    response.headers['x-request-id'] = id?.trim() ? id : randomUUID();
    return response;
  };

  private answer(request: ServiceRequest): ServiceResponse {
    try {
      return this.route(request);
    } catch (error) {
      const { status, errors, headers } =
        error instanceof ProblemError ? error : new ProblemError(500);
      return {
        status,
        headers: { 'content-type': 'application/problem+json', ...headers },
        body: JSON.stringify({
          type: 'about:blank',
          title: `Status ${status}`,
          status,
          detail: 'The request was refused.',
          ...(errors.length > 0 ? { errors } : {}),
        }),
      };
    }
  }

  private route(request: ServiceRequest): ServiceResponse {
    const [path, query = ''] = request.target.split('?');
    const fixed = this.fixedPath(path);
    if (fixed) {
      allow(request, ['GET', 'HEAD', 'OPTIONS']);
      return fixed;
    }
    const entity = this.options.model.entities.find(
      one => path === one.path || path.startsWith(`${one.path}/`),
    );
    const rest = entity ? path.slice(entity.path.length + 1).split('/') : [];
    if (!entity || rest.length > 1) {
      throw new ProblemError(404);
    }
    const [id] = rest;
    allow(
      request,
      id === ''
        ? ['GET', 'POST', 'HEAD', 'OPTIONS']
        : ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    );
    const caller = this.caller(request);
    const body = ['POST', 'PUT', 'PATCH'].includes(request.method)
      ? checkBody(entity, readBody(request), request.method === 'PATCH')
      : {};
    if (id === '') {
      return request.method === 'POST'
        ? this.create(entity, body, caller)
        : this.list(entity, new URLSearchParams(query), caller);
    }
    return this.row(request, entity, decoded(id), body, caller);
  }

  private caller(request: ServiceRequest): Caller {
    const { authenticate } = this.options;
    const caller = authenticate
      ? authenticate(request.headers.authorization)
      : { admin: false };
    if (!caller) {
      throw new ProblemError(401);
    }
    return caller;
  }

  private fixedPath(path: string): ServiceResponse | undefined {
    const answer = (type: string, body: string) => ({
      status: 200,
      headers: { 'content-type': type },
      body,
    });
    switch (path) {
      case '/health/live':
      case '/health/ready':
        return answer(JSON_TYPE, '{"status":"ok"}');
      case '/metrics':
        return answer(
          'text/plain; version=0.0.4',
          `# TYPE http_requests_total counter\nhttp_requests_total{code="200"} ${this.requests}\n`,
        );
      case '/openapi.json':
        return answer(JSON_TYPE, JSON.stringify(this.options.document));
      case '/docs':
        return answer('text/html', '<!doctype html><title>API</title>');
      default:
        return undefined;
    }
  }

  private create(
    entity: ResolvedEntity,
    body: Record<string, unknown>,
    caller: Caller,
  ) {
    const row = this.store.insert(
      entity,
      this.store.stored(entity, body),
      caller,
    );
    return rowAnswer(201, row, { location: `${entity.path}/${row.id}` });
  }

  private list(
    entity: ResolvedEntity,
    parameters: URLSearchParams,
    caller: Caller,
  ) {
    const query = readQuery(entity, parameters);
    const rows = this.store.visible(entity, caller).filter(query.matches);
    const valueOf = (row: StoredRow, name: string) =>
      rank(
        entity.fields.find(field => field.name === name),
        name === 'id' ? row.id : row.values[name],
      );
    rows.sort((one, other) => {
      for (const { name, sign } of [...query.sort, { name: 'id', sign: 1 }]) {
        const [left, right] = [valueOf(one, name), valueOf(other, name)];
        if (left !== right) {
          const after =
            left === undefined || (right !== undefined && left > right);
          return after ? sign : -sign;
        }
      }
      return 0;
    });
    const start = (query.page - 1) * query.limit;
    return {
      status: 200,
      headers: { 'content-type': JSON_TYPE },
      body: JSON.stringify({
        items: rows.slice(start, start + query.limit).map(shown),
        page: query.page,
        limit: query.limit,
        total: rows.length,
      }),
    };
  }

  private row(
    request: ServiceRequest,
    entity: ResolvedEntity,
    id: string,
    body: Record<string, unknown>,
    caller: Caller,
  ): ServiceResponse {
    const row = this.store.find(entity, id, caller);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      assertCurrent(request.headers['if-match'], row);
    }
    switch (request.method) {
      case 'PUT':
        this.store.update(entity, row, this.store.stored(entity, body), caller);
        break;
      case 'PATCH': {
        const merged = merge(row.values, body) as Record<string, unknown>;
        this.store.update(
          entity,
          row,
          this.store.stored(entity, merged),
          caller,
        );
        break;
      }
      case 'DELETE':
        this.store.remove(entity, row);
        return { status: 204, headers: {}, body: '' };
      default:
    }
    return rowAnswer(200, row);
  }
}
