import hljs from 'highlight.js/lib/common';
import { escapeHtml, Html } from './html';

const MAXIMUM_LENGTH = 200_000;

/** File names whose language the extension does not tell. */
const BY_NAME: Record<string, string> = {
  dockerfile: 'bash',
  makefile: 'makefile',
  '.gitignore': 'bash',
  '.dockerignore': 'bash',
  '.env': 'ini',
  '.env.example': 'ini',
};

/** The language of a file, as highlight.js names it. */
export function languageOf(path: string): string | undefined {
  const name = path.split('/').pop()?.toLowerCase() ?? '';
  const extension = name.includes('.') ? name.split('.').pop() : undefined;
  return [BY_NAME[name], extension].find(
    language => language && hljs.getLanguage(language),
  );
}

/** Code with its words marked; unknown languages and very long texts stay plain. */
export function highlight(code: string, language: string | undefined): Html {
  if (
    !language ||
    !hljs.getLanguage(language) ||
    code.length > MAXIMUM_LENGTH
  ) {
    return new Html(escapeHtml(code));
  }
  return new Html(
    hljs.highlight(code, { language, ignoreIllegals: true }).value,
  );
}

/** Highlighted code by line: marks that span lines are closed and opened again. */
export function highlightLines(
  code: string,
  language: string | undefined,
): Html[] {
  let open: string[] = [];
  return highlight(code, language)
    .text.split('\n')
    .map(line => {
      const before = open.join('');
      const stack = [...open];
      for (const tag of line.match(/<span[^>]*>|<\/span>/g) ?? []) {
        if (tag === '</span>') {
          stack.pop();
        } else {
          stack.push(tag);
        }
      }
      open = stack;
      return new Html(before + line + '</span>'.repeat(stack.length));
    });
}
