import type {
  ResolvedEntity,
  ResolvedModel,
  ResolvedRelation,
} from '@perennial/plugin-perennial-common';
import { tokenVerifier } from './verify';
import { fieldProblems } from '../../__testUtils__/bodyRules';
import type {
  Handler,
  ServiceRequest,
  ServiceResponse,
} from '../../__testUtils__/types';
import { accepts } from '../../values/oracle';
import { ownerName, rowName, rowsName } from '../names';
import { answer, fail, Refusal } from './answers';
import { checkQuery, matches } from './listing';

/** A document that is kept. */
export interface Kept {
  entity: ResolvedEntity;
  id: string;
  owner: string;
  values: Record<string, unknown>;
  created: number;
  updated: number;
}

const ID = /^[0-9a-f]{24}$/;
const LIMIT_BYTES = 1024 * 1024;
const LARGEST_DEPTH = 64;

/** An admin server in memory that keeps the contract: what faults are tried on. */
export class AdminServer {
  readonly #model: ResolvedModel;
  readonly #verify: ReturnType<typeof tokenVerifier>;
  #kept: Kept[] = [];
  #count = 0;

  constructor(model: ResolvedModel, secret: string) {
    this.#model = model;
    this.#verify = tokenVerifier(secret);
  }

  handle: Handler = async request => {
    try {
      return withId(this.#route(request), request);
    } catch (error) {
      if (error instanceof Refusal) {
        return withId(fail(error.status, error.headers), request);
      }
      throw error;
    }
  };

  #route(request: ServiceRequest): ServiceResponse {
    const [path, query = ''] = request.target.split('?');
    if (path.startsWith('/health/')) {
      return answer(200, { status: 'success' });
    }
    if (path === '/metrics') {
      return {
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: '# TYPE http_requests_total counter\n',
      };
    }
    const [, rows, id, ...rest] = path.split('/');
    const entity = this.#model.entities.find(each => rowsName(each) === rows);
    if (!entity || rest.length > 0) {
      throw new Refusal(404);
    }
    return id === undefined
      ? this.#collection(entity, request, query)
      : this.#document(entity, request, id);
  }

  #collection(
    entity: ResolvedEntity,
    request: ServiceRequest,
    query: string,
  ): ServiceResponse {
    if (request.method === 'GET') {
      const caller = entity.owned ? this.#verify(request) : undefined;
      const asked = checkQuery(entity, query);
      const found = this.#kept
        .filter(
          kept =>
            kept.entity === entity &&
            (!entity.owned || caller?.admin || kept.owner === caller?.id) &&
            matches(kept, asked),
        )
        .reverse();
      const pages = Math.ceil(found.length / asked.limit);
      const start = (asked.page - 1) * asked.limit;
      return answer(200, {
        [rowsName(entity)]: found
          .slice(start, start + asked.limit)
          .map(kept => shown(kept)),
        pagination: {
          page: asked.page,
          limit: asked.limit,
          total_count: found.length,
          total_pages: pages,
          has_next: asked.page < pages,
          has_prev: asked.page > 1,
        },
        status: 'success',
      });
    }
    if (request.method !== 'POST') {
      throw new Refusal(405, { allow: 'GET, POST' });
    }
    const caller = this.#verify(request);
    const body = this.#body(entity, request, { whole: true });
    this.#count += 1;
    const kept: Kept = {
      entity,
      id: this.#count.toString(16).padStart(24, '0'),
      owner: caller.id,
      values: withDefaults(entity, body),
      created: this.#count,
      updated: this.#count,
    };
    this.#checkUnique(kept);
    this.#kept.push(kept);
    return answer(201, {
      [rowName(entity)]: shown(kept),
      message: 'made',
      status: 'success',
    });
  }

  #document(
    entity: ResolvedEntity,
    request: ServiceRequest,
    id: string,
  ): ServiceResponse {
    const { method } = request;
    if (!['GET', 'PUT', 'DELETE'].includes(method)) {
      throw new Refusal(405, { allow: 'GET, PUT, DELETE' });
    }
    const caller =
      method === 'GET' && !entity.owned ? undefined : this.#verify(request);
    const body =
      method === 'PUT' ? this.#body(entity, request, { whole: false }) : {};
    if (!ID.test(id)) {
      throw new Refusal(400);
    }
    const kept = this.#kept.find(
      each => each.id === id && each.entity === entity,
    );
    if (!kept) {
      throw new Refusal(404);
    }
    if (caller && !caller.admin && caller.id !== kept.owner) {
      throw new Refusal(403);
    }
    if (method === 'GET') {
      return answer(200, { [rowName(entity)]: shown(kept), status: 'success' });
    }
    if (method === 'DELETE') {
      this.#remove(kept);
      return answer(200, { message: 'deleted', status: 'success' });
    }
    this.#count += 1;
    const changed = {
      ...kept,
      values: withDefaults(entity, { ...kept.values, ...body }),
      updated: this.#count,
    };
    this.#checkUnique(changed);
    Object.assign(kept, changed);
    return answer(200, {
      [rowName(entity)]: shown(kept),
      message: 'changed',
      status: 'success',
    });
  }

  #body(
    entity: ResolvedEntity,
    { headers, body }: ServiceRequest,
    { whole }: { whole: boolean },
  ): Record<string, unknown> {
    if (headers['content-type'] !== 'application/json') {
      throw new Refusal(415);
    }
    if (body.length > LIMIT_BYTES) {
      throw new Refusal(413);
    }
    const value = parsed(body);
    for (const [name, member] of Object.entries(value)) {
      this.#checkMember(entity, name, member);
    }
    const { required = [] } = entity.schemas.create as { required?: string[] };
    if (whole && required.some(name => !Object.hasOwn(value, name))) {
      throw new Refusal(400);
    }
    return value;
  }

  #checkMember(entity: ResolvedEntity, name: string, value: unknown) {
    const field = entity.fields.find(each => each.name === name);
    const relation = entity.relations.find(each => each.wireName === name);
    const required = field?.required ?? relation?.required;
    if (value === null && !required && relation?.kind !== 'manyToMany') {
      if (!field && !relation) {
        throw new Refusal(400);
      }
      return;
    }
    const isWhole = (text: unknown) =>
      typeof text !== 'number' || Number.isInteger(text);
    if (field) {
      const isExact = ['decimal', 'bigInteger'].includes(field.type);
      const isSafe = !/"(?:\$|[^"]*\.)[^"]*":/.test(JSON.stringify(value));
      if (
        !accepts(field, value) ||
        fieldProblems(field, value, '').length > 0 ||
        (isExact && !isWhole(value)) ||
        !isSafe
      ) {
        throw new Refusal(400);
      }
    } else if (relation) {
      this.#checkReference(relation, value);
    } else {
      throw new Refusal(400);
    }
  }

  #checkReference({ kind, target }: ResolvedRelation, value: unknown) {
    const ids = kind === 'manyToMany' ? value : [value];
    if (!Array.isArray(ids) || !ids.every(id => ID.test(asText(id)))) {
      throw new Refusal(400);
    }
    const isThere = (id: unknown) =>
      this.#kept.some(
        kept => kept.id === id && kept.entity.name === target.name,
      );
    if (!ids.every(isThere)) {
      throw new Refusal(409);
    }
  }

  #checkUnique(kept: Kept) {
    const names = [
      ...kept.entity.fields.filter(({ unique }) => unique).map(f => f.name),
      ...kept.entity.relations
        .filter(({ unique }) => unique)
        .map(relation => relation.wireName),
    ];
    const isTaken = this.#kept.some(
      other =>
        other.entity === kept.entity &&
        other.id !== kept.id &&
        names.some(
          name =>
            (kept.values[name] ?? null) !== null &&
            other.values[name] === kept.values[name],
        ),
    );
    if (isTaken) {
      throw new Refusal(409);
    }
  }

  #remove(kept: Kept) {
    const referring = this.#kept.flatMap(source =>
      source.entity.relations
        .filter(({ target }) => target.name === kept.entity.name)
        .map(relation => ({ source, relation }))
        .filter(({ relation: { wireName } }) =>
          [source.values[wireName]].flat().includes(kept.id),
        ),
    );
    const ruleOf = ({ kind, onDelete }: ResolvedRelation) =>
      kind === 'manyToMany' ? 'pull' : onDelete;
    if (referring.some(({ relation }) => ruleOf(relation) === 'restrict')) {
      throw new Refusal(409);
    }
    this.#kept = this.#kept.filter(each => each !== kept);
    for (const { source, relation } of referring) {
      const { wireName } = relation;
      if (ruleOf(relation) === 'cascade') {
        this.#remove(source);
      } else {
        source.values[wireName] = Array.isArray(source.values[wireName])
          ? [source.values[wireName]].flat().filter(id => id !== kept.id)
          : null;
      }
    }
  }
}

function shown({ entity, id, owner, values, created, updated }: Kept) {
  const momentOf = (count: number) => new Date(count).toISOString();
  const empty = entity.relations.map(({ wireName, kind }) => [
    wireName,
    kind === 'manyToMany' ? [] : null,
  ]);
  return {
    id,
    ...Object.fromEntries(entity.fields.map(({ name }) => [name, null])),
    ...Object.fromEntries(empty),
    ...values,
    [ownerName(entity)]: owner,
    ...(entity.timestamps
      ? { created_at: momentOf(created), updated_at: momentOf(updated) }
      : {}),
  };
}

function withDefaults(
  { fields }: ResolvedEntity,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...values };
  for (const { name, type, hasDefault, default: value } of fields) {
    if (hasDefault && (result[name] ?? null) === null) {
      result[name] = value;
    }
    const isText = ['decimal', 'bigInteger'].includes(type);
    if (isText && typeof result[name] === 'number') {
      result[name] = String(result[name]);
    }
    if (type === 'dateTime' && typeof result[name] === 'string') {
      result[name] = new Date(result[name]).toISOString();
    }
  }
  return result;
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && !Array.isArray(value);
    if (value && isObject && isKeepable(value, 0)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // What is no JSON is refused like what is no object.
  }
  throw new Refusal(400);
}

/** Neither too deep nor too large. */
function isKeepable(value: unknown, depth: number): boolean {
  if (typeof value === 'object' && value !== null) {
    return (
      depth <= LARGEST_DEPTH &&
      Object.values(value).every(member => isKeepable(member, depth + 1))
    );
  }
  return typeof value !== 'number' || Number.isFinite(value);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function withId(
  response: ServiceResponse,
  { headers }: ServiceRequest,
): ServiceResponse {
  const id = headers['x-request-id'] ?? 'made-here';
  return { ...response, headers: { ...response.headers, 'x-request-id': id } };
}
