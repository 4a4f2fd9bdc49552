import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What only the code of the designer and of its libraries says. */
const MARKS = {
  CodeMirror: 'cm-scroller',
  'React Flow': 'react-flow__',
  elkjs: 'org.eclipse.elk',
};

/** Watches the scripts and style sheets that a page loads. */
export class ChunkWatch {
  #known = new Set();
  #fresh = [];

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    page.on('response', response => {
      const url = response.url();
      const isChunk = /\/static\/.*\.(js|css)$/.test(new URL(url).pathname);
      if (isChunk && !this.#known.has(url)) {
        this.#known.add(url);
        this.#fresh.push(url);
      }
    });
  }

  /** The chunks that came since the last call. */
  async take() {
    const chunks = [];
    for (const url of this.#fresh.splice(0)) {
      chunks.push(await measureChunk(url));
    }
    return chunks;
  }
}

/** Fetched once more: what the browser takes from its cache has no body. */
async function measureChunk(url) {
  const response = await fetch(url);
  const content = Buffer.from(await response.arrayBuffer());
  return {
    raw: content.length,
    gzip: gzipSync(content).length,
    brotli: brotliCompressSync(content).length,
    libraries: Object.keys(MARKS).filter(library =>
      content.includes(MARKS[library]),
    ),
  };
}

/** The size of chunks together, in bytes. */
export function sumOf(chunks) {
  const sum = key => chunks.reduce((total, chunk) => total + chunk[key], 0);
  return {
    chunks: chunks.length,
    raw: sum('raw'),
    gzip: sum('gzip'),
    brotli: sum('brotli'),
  };
}

/** Throws where a page without a designer has loaded a piece of it. */
export function requireNoDesigner(chunks, place) {
  const libraries = [...new Set(chunks.flatMap(chunk => chunk.libraries))];
  if (libraries.length > 0) {
    throw new Error(
      `${place} loads ${libraries.join(
        ' and ',
      )}, which only the designer needs: load it where the designer is shown.`,
    );
  }
}
