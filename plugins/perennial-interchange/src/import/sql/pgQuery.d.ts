/** PostgreSQL's own parser, compiled by pganalyze, who extracted it. As far as we use it. */
declare module 'pg-query-emscripten' {
  /** What the parser makes of a text: the tree as JSON, or an error. */
  interface RawResult {
    parse_tree: string;
    /** Its message is empty where there is none; its position counts characters from 1. */
    error: { message: string; cursorpos: number };
  }

  /** The parser's memory and functions. */
  interface PgQueryModule {
    allocate(bytes: Uint8Array, allocator: number): number;
    raw_parse(pointer: number): RawResult;
  }

  export default class PgQuery implements PromiseLike<PgQueryModule> {
    then: PromiseLike<PgQueryModule>['then'];
  }
}
