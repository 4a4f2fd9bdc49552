import { createToken, Lexer, type TokenType } from 'chevrotain';

/** A name. Words of the language are names too, where one is expected. */
export const Name = createToken({ name: 'Name', pattern: /[A-Za-z_][\w-]*/ });

function keyword(name: string, pattern: RegExp): TokenType {
  return createToken({ name, pattern, longer_alt: Name, categories: Name });
}

export const Entity = keyword('Entity', /entity/);
export const Enum = keyword('Enum', /enum/);
export const Relationship = keyword('Relationship', /relationship/);
export const Application = keyword('Application', /application/);
export const Deployment = keyword('Deployment', /deployment/);
export const RelationshipKind = keyword(
  'RelationshipKind',
  /(?:One|Many)To(?:One|Many)/,
);
export const To = keyword('To', /to/);
export const With = keyword('With', /with/);
export const For = keyword('For', /for/);
export const Except = keyword('Except', /except/);
export const Required = keyword('Required', /required/);

export const Documentation = createToken({
  name: 'Documentation',
  pattern: /\/\*\*(?!\/)[^]*?\*\//,
  line_breaks: true,
});
const Comment = createToken({
  name: 'Comment',
  pattern: /\/\*[^]*?\*\/|\/\/[^\n]*/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
const Space = createToken({
  name: 'Space',
  pattern: /\s+/,
  line_breaks: true,
  group: Lexer.SKIPPED,
});
/** It ends where a bracket closes after it: slashes need no escape in it. */
export const RegularExpression = createToken({
  name: 'RegularExpression',
  pattern: /\/[^\n\r]*?\/(?=\s*\))/,
});
export const Text = createToken({ name: 'Text', pattern: /"[^"\n]*"/ });
export const NumberLiteral = createToken({
  name: 'Number',
  pattern: /-?\d+(?:\.\d+)?/,
});
export const At = createToken({ name: 'At', pattern: /@/ });
export const Equals = createToken({ name: 'Equals', pattern: /=/ });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const Star = createToken({ name: 'Star', pattern: /\*/ });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: /\{/ });
export const RightBrace = createToken({ name: 'RightBrace', pattern: /\}/ });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/ });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/ });
/** What stands in applications only, such as paths and lists. */
export const Other = createToken({
  name: 'Other',
  pattern: /[[\].:;'$!?&|<>+^~%#-]/,
});

/** In the order in which they are tried. */
export const TOKENS: TokenType[] = [
  Space,
  Documentation,
  Comment,
  Entity,
  Enum,
  Relationship,
  Application,
  Deployment,
  RelationshipKind,
  To,
  With,
  For,
  Except,
  Required,
  Name,
  RegularExpression,
  Text,
  NumberLiteral,
  At,
  Equals,
  Comma,
  Star,
  LeftBrace,
  RightBrace,
  LeftParen,
  RightParen,
  Other,
];
