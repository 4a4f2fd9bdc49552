import type { Request, Response } from 'express';
import type { Accounts } from '../store/Accounts';
import type { RepositoryStore } from '../store/RepositoryStore';
import type { Account, JsonObject, JsonValue } from '../store/types';
import type { Urls } from './urls';

/** What all parts of the sandbox share. */
export interface Sandbox {
  accounts: Accounts;
  store: RepositoryStore;
  urls: Urls;
  /** Tokens that are accepted. */
  token: string;
}

/** One request to the REST API. */
export interface ApiContext extends Sandbox {
  params: Record<string, string>;
  query: URLSearchParams;
  body: JsonObject;
  /** Whose token it was; undefined where none was sent. */
  viewer?: Account;
  accept: string;
  request: Request;
}

/** What a handler answers. */
export interface ApiAnswer {
  status: number;
  body?: JsonValue | JsonObject;
  /** Sent as it is, instead of `body`. */
  bytes?: Buffer;
  /** Writes the answer itself, instead of `body`. */
  stream?: (response: Response) => Promise<void>;
  headers?: Record<string, string>;
}

/** A handler of one route. */
export type ApiHandler = (context: ApiContext) => Promise<ApiAnswer>;

/** A route under its template in GitHub's OpenAPI description. */
export interface ApiRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  template: string;
  handler: ApiHandler;
}
