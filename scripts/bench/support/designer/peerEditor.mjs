import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { ROOT } from '../../../lib/paths.mjs';

const SCRIPT = `
import { defaultKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
window.openEditor = doc => new EditorView({
  doc,
  parent: document.body,
  extensions: [
    yaml(),
    syntaxHighlighting(defaultHighlightStyle),
    lineNumbers(),
    highlightActiveLine(),
    keymap.of(defaultKeymap),
    EditorView.theme({ '&': { height: '600px' } }),
  ],
});
`;

/**
 * Serves the peer: CodeMirror with nothing but the text in it, in this
 * repository's own version.
 *
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function servePeerEditor() {
  const modules = collectModules(SCRIPT);
  const server = createServer((request, response) =>
    answer(modules, request, response),
  );
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

/** The files of everything that a script imports, and of what these import. */
function collectModules(script, modules = new Map()) {
  for (const [, name] of script.matchAll(
    /^import [^;]*?from ['"]([^.'"][^'"]*)['"]/gm,
  )) {
    if (!modules.has(name)) {
      const folder = path.join(ROOT, 'node_modules', name);
      const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
      const { exports: entries, module } = JSON.parse(manifest);
      const entry = entries?.['.']?.import ?? entries?.import ?? module;
      modules.set(name, readFileSync(path.join(folder, entry), 'utf8'));
      collectModules(modules.get(name), modules);
    }
  }
  return modules;
}

function answer(modules, request, response) {
  const content =
    request.url === '/' ? pageOf(modules) : modules.get(request.url.slice(1));
  response.statusCode = content === undefined ? 404 : 200;
  response.setHeader(
    'content-type',
    request.url === '/' ? 'text/html' : 'text/javascript',
  );
  response.end(content);
}

function pageOf(modules) {
  const imports = Object.fromEntries(
    [...modules.keys()].map(name => [name, `/${name}`]),
  );
  return `<!doctype html>
<title>The simplest editor that could hold a model</title>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">${SCRIPT}</script>`;
}
