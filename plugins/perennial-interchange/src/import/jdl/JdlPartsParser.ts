/* eslint-disable new-cap -- the methods of Chevrotain are in capitals */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import type { Annotation, Validation } from './ast';
import * as T from './tokens';

/** The text of a comment without its stars. */
function documentationText({ image }: IToken): string {
  return image
    .slice(3, -2)
    .split('\n')
    .map(line => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}

/** What may stand in the braces of an application. */
const INSIDE = [
  T.Name,
  T.Documentation,
  T.RegularExpression,
  T.Text,
  T.NumberLiteral,
  T.At,
  T.Equals,
  T.Comma,
  T.Star,
  T.LeftParen,
  T.RightParen,
  T.Other,
];

/** The parts that several declarations of a JDL file have. */
export abstract class JdlPartsParser extends EmbeddedActionsParser {
  protected readonly documentation = this.RULE('documentation', () => {
    let text: string | undefined;
    this.MANY(() => {
      const token = this.CONSUME(T.Documentation);
      text = this.ACTION(() => documentationText(token));
    });
    return text;
  });

  protected readonly annotations = this.RULE(
    'annotations',
    (): Annotation[] => {
      const annotations: Annotation[] = [];
      this.MANY(() => {
        this.CONSUME(T.At);
        const name = this.CONSUME(T.Name).image;
        const value = this.OPTION(() => this.SUBRULE(this.argument));
        annotations.push({ name, value });
      });
      return annotations;
    },
  );

  /** Something in brackets. */
  protected readonly argument = this.RULE('argument', (): string => {
    this.CONSUME(T.LeftParen);
    const value = this.OR([
      { ALT: () => this.CONSUME(T.Name).image },
      { ALT: () => this.CONSUME(T.NumberLiteral).image },
      { ALT: () => this.CONSUME(T.Text).image.slice(1, -1) },
      { ALT: () => this.CONSUME(T.RegularExpression).image.slice(1, -1) },
    ]);
    this.CONSUME(T.RightParen);
    return value;
  });

  /** Only its bracket tells a validation from the name of the next field. */
  protected readonly validation = this.RULE('validation', (): Validation => {
    let value: string | undefined;
    const { image: name, startLine: line } = this.OR({
      // Words of the language are names too: the first alternative takes them.
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.CONSUME(T.Required) },
        { ALT: () => this.CONSUME(T.Unique) },
        {
          ALT: () => {
            const word = this.CONSUME(T.Name);
            value = this.SUBRULE(this.argument);
            return word;
          },
        },
      ],
    });
    return { name, value, line };
  });

  protected readonly braces = this.RULE('braces', () => {
    this.CONSUME(T.LeftBrace);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.braces) },
        ...INSIDE.map(token => ({ ALT: () => this.CONSUME(token) })),
      ]);
    });
    this.CONSUME(T.RightBrace);
  });

  protected readonly names = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(T.Name) },
          { ALT: () => this.CONSUME(T.Star) },
          { ALT: () => this.CONSUME(T.Text) },
        ]),
    });
  });

  constructor() {
    super(T.TOKENS);
  }
}
