/** The addresses of this server, as answers hold them. */
export class Urls {
  readonly #base: () => string;

  /** The base is asked for late: with port 0 it is known only after listening. */
  constructor(base: () => string) {
    this.#base = base;
  }

  /** Address of a page; each part is encoded. */
  page(...parts: string[]): string {
    return [this.#base(), ...parts.map(encodeParts)].join('/');
  }

  /** Address in the REST API; each part is encoded, slashes in it are kept. */
  api(...parts: string[]): string {
    return [`${this.#base()}/api/v3`, ...parts.map(encodeParts)].join('/');
  }

  /** Address of a file's bytes. */
  raw(...parts: string[]): string {
    return [`${this.#base()}/raw`, ...parts.map(encodeParts)].join('/');
  }

  /** The address itself. */
  get base(): string {
    return this.#base();
  }
}

function encodeParts(part: string): string {
  return part.split('/').map(encodeURIComponent).join('/');
}
