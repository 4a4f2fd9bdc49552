import MarkdownIt from 'markdown-it';
import { highlight } from './highlight';
import { Html } from './html';

/** Where relative addresses of a text lead. */
export interface MarkdownPlace {
  /** Address of the folder of the text, as a page. */
  page: string;
  /** Address of the folder of the text, as bytes. */
  raw: string;
}

function isRelative(address: string): boolean {
  return !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(address);
}

/** Renders Markdown. HTML in it stays text, and only harmless addresses become links. */
export function renderMarkdown(text: string, place?: MarkdownPlace): Html {
  const markdown = new MarkdownIt({
    html: false,
    linkify: true,
    highlight: (code, language) => highlight(code, language).text,
  });
  const withBase = (base: string, address: string) =>
    isRelative(address) ? `${base}/${address.replace(/^\.\//, '')}` : address;
  if (place) {
    const { image } = markdown.renderer.rules;
    markdown.renderer.rules.image = (tokens, index, options, env, self) => {
      const source = tokens[index].attrGet('src') ?? '';
      tokens[index].attrSet('src', withBase(place.raw, source));
      return image?.(tokens, index, options, env, self) ?? '';
    };
    markdown.renderer.rules.link_open = (
      tokens,
      index,
      options,
      _env,
      self,
    ) => {
      const target = tokens[index].attrGet('href') ?? '';
      tokens[index].attrSet('href', withBase(place.page, target));
      tokens[index].attrSet('rel', 'nofollow noopener');
      return self.renderToken(tokens, index, options);
    };
  }
  return new Html(markdown.render(text));
}
