import type { Request } from 'express';
import type { Sandbox } from '../api/types';
import type { RepositoryRecord } from '../store/types';
import type { Page } from './layout';

/** What a page is made from. */
export interface PageContext extends Sandbox {
  request: Request;
  query: URLSearchParams;
}

/** What a page of a repository is made from. */
export interface RepositoryPageContext extends PageContext {
  record: RepositoryRecord;
  /** The decoded parts of the address after the repository and the kind of page. */
  rest: string[];
}

/** A page of a repository. */
export type RepositoryPage = (context: RepositoryPageContext) => Promise<Page>;
