/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What a template may hold: HTML, text to escape, lists of them, or nothing. */
export type Fragment =
  | Html
  | string
  | number
  | undefined
  | null
  | false
  | Fragment[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}

function render(fragment: Fragment): string {
  if (fragment instanceof Html) {
    return fragment.text;
  }
  if (Array.isArray(fragment)) {
    return fragment.map(render).join('');
  }
  return fragment === undefined || fragment === null || fragment === false
    ? ''
    : escapeHtml(String(fragment));
}

/** A template whose values are escaped unless they are HTML themselves. */
export function html(
  strings: TemplateStringsArray,
  ...values: Fragment[]
): Html {
  return new Html(
    strings.reduce(
      (text, part, index) => text + render(values[index - 1]) + part,
    ),
  );
}
